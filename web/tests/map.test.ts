import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markName, markOf } from '../src/modules/map/later/crews'
import { numberOf, readLayer } from '../src/modules/map/later/own/reading'
import { foundIn } from '../src/modules/search/later/found/layer'
import type { Card } from '../src/modules/search/wire'
import { extent } from '../src/modules/map/later/start'
import { areasOf, around, boxOf, geoUri, inView, listed, metresBetween, metresPerPixel, pointsOf, same, scaleOf, type Box } from '../src/modules/map/later/words'
import type { MapArea, MapFeature, MapLayer, Moving, Place } from '../src/modules/map/public'

const markt: Place = [4.86, 51.03]

function layer(name: string, features: MapFeature[], areas: MapArea[] = []): MapLayer {
  return { name, title: () => name, features: () => features, areas: () => areas }
}

function incident(id: string, at: Place, priority = 3): MapFeature {
  return { id, at, label: `P${priority}`, title: `Incident ${id}`, kind: 'incident', priority }
}

function square(id: string, west: number, south: number, size: number): MapArea {
  const [east, north] = [west + size, south + size]
  return { id, title: `Gebied ${id}`, kind: 'briefing', shape: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } }
}

describe('what the map shows in words', () => {
  it('keeps the order of the layers, and in each the nearest first', () => {
    const all = listed([
      layer('incidents', [incident('far', [4.9, 51.03]), incident('near', [4.861, 51.03])]),
      layer('areas', [], [square('a', 4.85, 51.02, 0.02)]),
    ])
    expect(inView(all, [4.8, 51, 5, 51.1], markt).map(({ key }) => key)).toEqual(['incidents/near', 'incidents/far', 'areas/a'])
  })

  it('leaves out what is not in view, and keeps an area that reaches into it', () => {
    const view: Box = [4.859, 51.029, 4.861, 51.031]
    const all = listed([layer('x', [incident('in', markt), incident('out', [4.87, 51.03])], [square('around', 4.8, 51, 0.1), square('beside', 4.9, 51.2, 0.1)])])
    expect(inView(all, view, markt).map(({ key }) => key).sort()).toEqual(['x/around', 'x/in'])
  })

  it('says nothing of a place that is no place on earth', () => {
    expect(listed([layer('x', [incident('wrong', [400, 51]), incident('pole', [4, 89]), incident('good', markt)])]).map(({ key }) => key)).toEqual(['x/good'])
  })

  it('tells things of one id in two layers apart', () => {
    const points = pointsOf(listed([layer('a', [incident('1', markt)]), layer('b', [incident('1', markt)])]))
    expect(points.features.map(({ properties }) => properties?.['key'])).toEqual(['a/1', 'b/1'])
  })

  it('gives each area one name, in its middle', () => {
    const drawn = areasOf(listed([layer('x', [], [square('a', 4, 51, 0.5)])])).features
    expect(drawn.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'Point'])
    expect(drawn[1]).toMatchObject({ geometry: { coordinates: [4.25, 51.25] }, properties: { title: 'Gebied a' } })
  })

  it('takes every part of an area that has several', () => {
    const [one, other] = [square('a', 4, 51, 0.1), square('b', 5, 50, 0.1)].map(({ shape }) => shape.coordinates as Place[][])
    if (!one || !other) throw new Error('two squares')
    const box = boxOf({ id: 'm', title: '', kind: 'ward', shape: { type: 'MultiPolygon', coordinates: [one, other] } })
    expect(box).toEqual([4, 50, 5.1, 51.1])
  })

  it('sorts ten thousand things within a fifth of a second', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => incident(String(i), [4.8 + (i % 100) / 1000, 51 + Math.floor(i / 100) / 1000]))
    const all = listed([layer('x', many)])
    const began = performance.now()
    expect(inView(all, [4, 50, 6, 52], markt)).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('lengths', () => {
  it('knows how far two places are from each other', () => {
    expect(metresBetween(markt, [4.86, 51.04])).toBeCloseTo(1112, 0)
    expect(metresBetween(markt, [4.87, 51.03])).toBeCloseTo(699, 0)
    expect(metresBetween(markt, markt)).toBe(0)
  })

  it.each([[0.9, 50], [1, 100], [2.4, 200], [6, 500], [12, 1000]])('shows at %d metres a pixel a round length of %d metres', (perPixel, metres) => {
    const scale = scaleOf(perPixel, 100)
    expect(scale.metres).toBe(metres)
    expect(scale.pixels).toBeCloseTo(metres / perPixel)
    expect(scale.pixels).toBeLessThanOrEqual(100)
  })

  it('knows that a pixel is shorter in the north and half as long one zoom closer', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 0)
    expect(metresPerPixel(60, 0)).toBeCloseTo(metresPerPixel(0, 1), 3)
  })

  it('draws how sure a position is as a circle of that radius', () => {
    const ring = around(markt, 250).coordinates[0] ?? []
    expect(ring.map((corner) => Math.round(metresBetween(markt, corner as Place)))).toEqual(ring.map(() => 250))
    expect(ring[0]?.[0]).toBeCloseTo(ring.at(-1)?.[0] ?? 0, 9)
  })

  it('hands a place to the device latitude first', () => {
    expect(geoUri([4.8612345, 51.03])).toBe('geo:51.030000,4.861235')
  })
})

describe('where the map begins', () => {
  const map = { sha256: 'a', name: '', octets: 1, date: '2026-11-20', west: 4.6, south: 50.9, east: 5.1, north: 51.2, min_zoom: 8, max_zoom: 15, attribution: '' }

  it('shows all points, whatever areas there are', () => {
    const all = listed([layer('x', [incident('1', markt), incident('2', [4.9, 51.1])], [square('a', 3, 50, 2)])])
    expect(extent(all, map)).toEqual([4.86, 51.03, 4.9, 51.1])
  })

  it('shows all areas without points, the base map without either, Belgium without anything', () => {
    expect(extent(listed([layer('x', [], [square('a', 3, 50, 2)])]), map)).toEqual([3, 50, 5, 52])
    expect(extent([], map)).toEqual([4.6, 50.9, 5.1, 51.2])
    expect(extent([], null)).toEqual([2.5, 49.5, 6.4, 51.5])
  })
})

describe('the octets of a base map', () => {
  const asked: string[] = []
  let network = true
  let file = new Uint8Array()

  beforeEach(() => {
    asked.length = 0
    network = true
    vi.doMock('../src/sync/transport', () => ({
      send: async (_: string, path: string) => {
        asked.push(path)
        if (!network) throw new Error('no network')
        const [, first, last] = /bytes=(\d+)-(\d+)/.exec(path) ?? []
        return new Response(file.slice(Number(first), Number(last) + 1))
      },
    }))
  })
  afterEach(() => vi.resetModules())

  async function opened(sha256: string, octets: number) {
    const part = await import('../src/modules/map/later/octets')
    file = Uint8Array.from({ length: octets }, (_, i) => (i * 31 + (i >> 9)) % 251)
    const map = { sha256, name: '', octets, date: '2026-11-20', west: 0, south: 0, east: 1, north: 1, min_zoom: 0, max_zoom: 1, attribution: '' }
    return { ...part, map, source: new part.MapOctets(map) }
  }

  it('reads across the edge of two pieces', async () => {
    const { source, pieceSize } = await opened('edge', 600_000)
    const { data } = await source.getBytes(pieceSize - 10, 20)
    expect(new Uint8Array(data)).toEqual(file.slice(pieceSize - 10, pieceSize + 10))
    expect(asked).toEqual(['/api/map/octets/edge?bytes=0-262143', '/api/map/octets/edge?bytes=262144-524287'])
  })

  it('reads no further than the file goes', async () => {
    const { source } = await opened('end', 300_000)
    expect(new Uint8Array((await source.getBytes(299_990, 16_384)).data)).toEqual(file.slice(299_990))
  })

  it('asks for nothing that is on this device, also in another session without network', async () => {
    const first = await opened('kept', 600_000)
    await first.source.keepWhole(() => true)
    expect(await first.source.held()).toBe(first.piecesOf(first.map))
    network = false
    vi.resetModules()
    const { source } = await opened('kept', 600_000)
    asked.length = 0
    expect(new Uint8Array((await source.getBytes(500_000, 1000)).data)).toEqual(file.slice(500_000, 501_000))
    expect(asked).toEqual([])
  })

  it('goes on where keeping was broken off', async () => {
    const { source } = await opened('broken', 1_000_000)
    await source.keepWhole(() => false)
    expect(await source.held()).toBe(1)
    asked.length = 0
    await source.keepWhole(() => true)
    expect(asked).toHaveLength(3)
  })

  it('refuses a piece that is not whole, and keeps nothing of it', async () => {
    const { source } = await opened('short', 600_000)
    file = file.slice(0, 100_000)
    await expect(source.getBytes(0, 10)).rejects.toThrow('100000 octets')
    expect(await source.held()).toBe(0)
  })

  it('drops the pieces of a map that is no longer given', async () => {
    const { source, map, keepList, keptMaps } = await opened('gone', 600_000)
    await keepList([map])
    await source.keepWhole(() => true)
    await keepList([])
    expect([await keptMaps(), await source.held()]).toEqual([[], 0])
  })
})

describe('a layer from a file', () => {
  it('is named after its file and counted; what is no collection is not taken', () => {
    const found = readLayer('Camera_posten.geojson', '{"type":"FeatureCollection","features":[{},{}]}')
    expect([found?.name, found?.features]).toEqual(['Camera posten', 2])
    expect([readLayer('a.json', '{"type":"Feature"}'), readLayer('a.json', 'null'), readLayer('a.json', 'x,y\n1,2')]).toEqual([null, null, null])
    expect(readLayer(`${'n'.repeat(200)}.json`, '{"features":[]}')?.name.length).toBe(80)
  })

  it('is refused place by place, counted as an officer counts', () => {
    expect(['features.0.geometry', 'features.41', 'type'].map((path) => numberOf({ path, code: 'x' }))).toEqual([1, 42, null])
  })
})

describe('the mark of a crew', () => {
  const moving: Moving = { state: 'going', heading: 47, age: '', doubtful: false, whose: 'ours' }
  const named = (said: Partial<Moving>, label = 'NO-2'): string => markName({ label, moving: { ...moving, ...said } })

  it('is another one for each thing that it shows, and says it again', () => {
    const all = [{}, { state: 'busy' }, { heading: 100 }, { heading: null }, { doubtful: true }, { whose: 'mine' }, { whose: 'others' }] as const
    const names = all.map((said) => named(said))
    expect(new Set(names).size).toBe(all.length)
    expect(markOf(named({ doubtful: true, whose: 'others' }, 'A|B'))).toEqual({ state: 'going', heading: 45, doubtful: true, whose: 'others', label: 'A|B' })
    expect(markOf('pin')).toBeNull()
  })

  it('is the same however old it is and for a turn that nobody sees, also across north', () => {
    expect([named({ age: '4 min' }), named({ heading: 40 })]).toEqual([named({}), named({})])
    expect(named({ heading: 359 })).toBe(named({ heading: 2 }))
  })

  it('stands on the points of crews alone', () => {
    const points = pointsOf(listed([layer('x', [incident('1', markt), { id: '2', at: markt, label: 'NO-2', title: 'NO-2', kind: 'crew', moving }])]))
    expect(points.features.map(({ properties }) => properties?.['mark'] as unknown)).toEqual([undefined, named({})])
  })
})

describe('what Search found', () => {
  const card = (id: string, place: Place | null): Card => ({ id, type: 'address', title: `Adres ${id}`, place }) as Card

  it('stands where the source says, leads back to its answer, and what has no place stands nowhere', () => {
    const found = foundIn([card('a', markt), card('b', null)], 'l-1')
    expect(found.map(({ id, at, title, href }) => [id, at, title, href])).toEqual([['a', markt, 'Adres a', '/search/l-1']])
  })
})

describe('what is drawn anew', () => {
  const drawn = (...features: MapFeature[]): ReturnType<typeof pointsOf> => pointsOf(listed([layer('x', features)]))

  it('nothing, where a record changed that looks the same on the map', () => {
    expect(same(drawn(incident('1', markt)), drawn({ ...incident('1', [...markt]), title: 'Ander woord', text: 'Markt 7' }))).toBe(true)
  })

  it('all, where one moved, left, came or looks otherwise', () => {
    const before = drawn(incident('1', markt), incident('2', markt))
    const after = [drawn(incident('1', markt), incident('2', [4.87, 51.03])), drawn(incident('1', markt)), drawn(incident('1', markt), incident('3', markt)), drawn(incident('1', markt), incident('2', markt, 1)), drawn(incident('1', markt), incident('2', markt), incident('3', markt))]
    expect(after.map((one) => same(before, one))).toEqual([false, false, false, false, false])
    expect(same(undefined, before)).toBe(false)
  })

  it('an area only where its shape is another one', () => {
    const area = square('a', 4, 51, 0.1)
    const areas = (one: MapArea): ReturnType<typeof areasOf> => areasOf(listed([layer('x', [], [one])]))
    expect([same(areas(area), areas({ ...area })), same(areas(area), areas(square('a', 4, 51, 0.2)))]).toEqual([true, false])
  })

  it('crews and what lies below them come in two sources', () => {
    const all = listed([layer('x', [incident('1', markt), { id: 'c', at: markt, label: 'NO-2', title: 'NO-2', kind: 'crew' }])])
    expect((['others', 'crews', 'all'] as const).map((which) => pointsOf(all, which).features.map(({ properties }) => properties?.['key'] as string))).toEqual([['x/1'], ['x/c'], ['x/1', 'x/c']])
  })
})
