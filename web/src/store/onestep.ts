interface Transaction {
  readonly done: Promise<void>
  readonly error: DOMException | null
  abort(): void
}

/**
 * All that `work` writes is there when this resolves, or none of it.
 *
 * A transaction ends by itself only when a request of its own fails; whatever else is thrown would leave half.
 * Rejects with what the device says of the transaction (no room, say) before what it says of a request.
 */
export async function inOneStep<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  transaction.done.catch(() => undefined)
  try {
    const result = await work()
    await transaction.done
    return result
  } catch (error) {
    const told = transaction.error ?? error
    try {
      transaction.abort()
    } catch {
      // over already
    }
    throw told
  }
}
