/** A `reinforcement.call`: this officer is asked to help; its id is his post where he helps. */
export interface Call {
  id: string
  host: string
  host_name: string
  home: string
  home_name: string
  home_post: string
  crew: string
  until: string
}
