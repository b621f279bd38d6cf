/** What needs the network is fetched when somebody taps. */
export const goOver = (post: string): Promise<void> => import('./later/going').then(({ changePost }) => changePost(post))
