/** The minute on the wall: ages and "since" follow it without a timer per chip. */
class Clock {
  minute = $state(new Date())

  start(): () => void {
    const timer = setInterval(() => { this.minute = new Date() }, 20_000)
    return () => clearInterval(timer)
  }
}

export const wall = new Clock()
