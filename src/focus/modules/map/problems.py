"""What may be refused about the map."""

from __future__ import annotations

from focus.core.errors import Problem


class LayerInvalid(Problem):
    """The GeoJSON cannot be a layer; `fields` says where and why."""

    code = "map.layer_invalid"
    status = 422


class TooManyLayers(Problem):
    """There are `params.most` layers already."""

    code = "map.too_many_layers"
    status = 409


class LayerUnknown(Problem):
    """No such layer in this organisation."""

    code = "map.layer_unknown"
    status = 404


class MapUnknown(Problem):
    """No such base map in this installation."""

    code = "map.map_unknown"
    status = 404


class RangeUnsatisfiable(Problem):
    """The octets asked for are not there: one range, `bytes=0-1023`, inside the file."""

    code = "map.range_unsatisfiable"
    status = 416


class AskedWrongly(Problem):
    """`bbox`, `limit` or `offset` cannot be read; `fields` says which."""

    code = "map.asked_wrongly"
    status = 400
