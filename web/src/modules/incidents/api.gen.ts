/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/incidents/add-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a control room send; its secret is made here and shown once. Raises AddressNotAllowed. */
        post: operations["incidents.add_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a crew; its phones are woken.
         * @description Send a crew; its phones are woken.
         *
         *     Raises IncidentUnknown, IncidentClosed, CrewUnknown, NothingChanged.
         */
        post: operations["incidents.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/change-incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what is given. `version`: the one that was on the screen, 0 for whatever it is now.
         * @description Change what is given. `version`: the one that was on the screen, 0 for whatever it is now.
         *
         *     What the control room says anew later goes over it. Raises IncidentUnknown, IncidentClosed,
         *     IncidentChanged with what somebody made of it meanwhile, KindUnknown, NothingChanged.
         */
        post: operations["incidents.change_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an incident and free its crews. Closed before: the first end stays, this becomes a line.
         * @description Close an incident and free its crews. Closed before: the first end stays, this becomes a line.
         *
         *     Raises IncidentUnknown, ResultUnknown.
         */
        post: operations["incidents.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/drop-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a message in quarantine is not to be taken in; it is kept as long as others.
         * @description Say that a message in quarantine is not to be taken in; it is kept as long as others.
         *
         *     Raises MessageUnknown.
         */
        post: operations["incidents.drop_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/end-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a control room send no more; its secret is forgotten. Raises FeedUnknown.
         * @description Let a control room send no more; its secret is forgotten. Raises FeedUnknown.
         */
        post: operations["incidents.end_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The feeds and how they do, by name.
         * @description The feeds and how they do, by name.
         */
        get: operations["incidents.feeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closed incidents, the last closed first, fifty at a time; `before`: the last of the page before.
         * @description Closed incidents, the last closed first, fifty at a time; `before`: the last of the page before.
         *
         *     `since` and `until` are of the closing; `text` is part of number, title, place, links or call signs.
         */
        post: operations["incidents.history"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/in/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in one message of a control room, signed as Standard Webhooks say. Raises NotSigned, TooMany. */
        post: operations["incidents.take_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An incident with its lines, one that left the phones too.
         * @description An incident with its lines, one that left the phones too.
         */
        get: operations["incidents.incident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message in quarantine, as it came.
         * @description A message in quarantine, as it came.
         */
        get: operations["incidents.message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write into the timeline. On an incident that was closed meanwhile it is kept, as late.
         * @description Write into the timeline. On an incident that was closed meanwhile it is kept, as late.
         *
         *     Raises IncidentUnknown, NoteKnown.
         */
        post: operations["incidents.note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/open-incident": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write an incident; it gets its number here. Raises KindUnknown, IncidentKnown.
         * @description Write an incident; it gets its number here. Raises KindUnknown, IncidentKnown.
         */
        post: operations["incidents.open_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where the own crew is. What is kept of it is its only record: no entry in the log for each. */
        post: operations["incidents.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that could not be taken in, the newest first, at most 200.
         * @description Messages that could not be taken in, the newest first, at most 200.
         */
        get: operations["incidents.quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a closed incident run again. Raises IncidentUnknown, IncidentOpen.
         * @description Have a closed incident run again. Raises IncidentUnknown, IncidentOpen.
         */
        post: operations["incidents.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a message out of quarantine once more. Raises MessageUnknown, StillUnreadable.
         * @description Take a message out of quarantine once more. Raises MessageUnknown, StillUnreadable.
         */
        post: operations["incidents.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether phones are to say where their crew is, and how often; asked before they ask their officer.
         * @description Whether phones are to say where their crew is, and how often; asked before they ask their officer.
         */
        get: operations["incidents.sharing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/take-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how far the own crew is with an incident; one press counts for all its members.
         * @description Say how far the own crew is with an incident; one press counts for all its members.
         *
         *     Accepting another makes the crew available on the first. Raises NoCrew, IncidentUnknown, and
         *     IncidentClosed for what was done after the end.
         */
        post: operations["incidents.take_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a crew off. Raises IncidentUnknown, IncidentClosed, CrewUnknown where it is not on it.
         * @description Take a crew off. Raises IncidentUnknown, IncidentClosed, CrewUnknown where it is not on it.
         */
        post: operations["incidents.unassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Answer
         * @description What became of a message.
         */
        Answer: {
            outcome: string;
            /** @default null */
            incident?: string | null;
            /** @default null */
            message?: string | null;
            /** @default  */
            code?: string;
            /** @default  */
            path?: string;
        };
        /** AssignRequest */
        AssignRequest: {
            /** Format: uuid */
            incident: string;
            /** Format: uuid */
            crew: string;
        };
        /**
         * Caller
         * @description Who called, for those who may know (`incidents.caller`).
         */
        Caller: {
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            /** @default  */
            text?: string;
        };
        /** ChangeIncidentRequest */
        ChangeIncidentRequest: {
            /** Format: uuid */
            incident: string;
            /** @default 0 */
            version?: number;
            /** @default null */
            kind?: string | null;
            /** @default null */
            title?: string | null;
            /** @default null */
            priority?: number | null;
            /** @default null */
            place?: components["schemas"]["Place"] | null;
            /** @default null */
            linked?: components["schemas"]["Linked"][] | null;
        };
        /** CloseRequest */
        CloseRequest: {
            /** Format: uuid */
            incident: string;
            result: string;
            /** @default  */
            text?: string;
        };
        /**
         * CrewAssigned
         * @description A crew was sent to an incident.
         */
        CrewAssigned: {
            /** Format: uuid */
            incident: string;
            /** Format: uuid */
            crew: string;
        };
        /**
         * CrewUnassigned
         * @description A crew was taken off an incident.
         */
        CrewUnassigned: {
            /** Format: uuid */
            incident: string;
            /** Format: uuid */
            crew: string;
        };
        /** DropMessageRequest */
        DropMessageRequest: {
            /** Format: uuid */
            message: string;
        };
        /** EndFeedRequest */
        EndFeedRequest: {
            /** Format: uuid */
            feed: string;
        };
        /**
         * FeedEnded
         * @description A control room may send no more.
         */
        FeedEnded: {
            /** Format: uuid */
            feed: string;
        };
        /**
         * FeedGiven
         * @description A feed with its secret: shown once, to who added it; it stands in no log.
         */
        FeedGiven: {
            /** Format: uuid */
            feed: string;
            path: string;
            secret: string;
        };
        /**
         * FeedShown
         * @description A feed and how it does.
         */
        FeedShown: {
            /** Format: uuid */
            id: string;
            name: string;
            format: string;
            last_at: string | null;
            silent_since: string | null;
            today: number;
            quarantined: number;
        };
        /**
         * FeedWanted
         * @description A control room that is to send. `answers_to`: where completions are posted; `address`: ours there.
         */
        FeedWanted: {
            name: string;
            /** @enum {unknown} */
            format: "cap" | "eido" | "ucri" | "webhook";
            /** @default  */
            answers_to?: string;
            /** @default  */
            address?: string;
        };
        /**
         * FieldDetail
         * @description What is wrong with one field of a request.
         */
        FieldDetail: {
            path: string;
            code: string;
            message: string;
            /** @default {} */
            params?: {
                [key: string]: string | number;
            };
        };
        /**
         * HeldShown
         * @description A message in quarantine, without what it says.
         */
        HeldShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            feed: string;
            at: string;
            code: string;
            path: string;
            detail: string;
            octets: number;
        };
        /** HistoryRequest */
        HistoryRequest: {
            /** @default  */
            text?: string;
            /** @default null */
            since?: string | null;
            /** @default null */
            until?: string | null;
            /** @default  */
            kind?: string;
            /** @default null */
            before?: string | null;
        };
        /**
         * Incident
         * @description One incident as it is now. Its lines and its caller are records of their own.
         */
        Incident: {
            /** Format: uuid */
            id: string;
            number: string;
            source: string;
            kind: string;
            title: string;
            priority: number | null;
            /** @default false */
            lights?: boolean;
            /** @enum {unknown} */
            state: "closed" | "open";
            opened_at: string;
            changed_at: string;
            /** @default null */
            closed_at?: string | null;
            /** @default  */
            result?: string;
            /**
             * @default {
             *       "street": "",
             *       "number": "",
             *       "box": "",
             *       "postcode": "",
             *       "town": "",
             *       "text": "",
             *       "longitude": null,
             *       "latitude": null,
             *       "within_m": null
             *     }
             */
            place?: components["schemas"]["Place"];
            /** @default [] */
            linked?: components["schemas"]["Linked"][];
            /** @default false */
            weapon?: boolean;
            /** @default [] */
            crews?: components["schemas"]["OnIt"][];
            /** @default false */
            caller?: boolean;
            /** @default [] */
            gaps?: number[];
        };
        /**
         * IncidentAltered
         * @description The desk changed an incident. `fields`: names of what was changed.
         */
        IncidentAltered: {
            /** Format: uuid */
            incident: string;
            fields: string[];
        };
        /**
         * IncidentEnded
         * @description Somebody closed an incident. `first`: nobody had before.
         */
        IncidentEnded: {
            /** Format: uuid */
            incident: string;
            result: string;
            at: string;
            first: boolean;
        };
        /**
         * IncidentOpened
         * @description The desk wrote an incident.
         */
        IncidentOpened: {
            /** Format: uuid */
            incident: string;
            number: string;
            kind: string;
        };
        /**
         * IncidentReopened
         * @description A closed incident runs again.
         */
        IncidentReopened: {
            /** Format: uuid */
            incident: string;
        };
        /**
         * IncidentShown
         * @description An incident with all that belongs to it.
         */
        IncidentShown: {
            /** Format: uuid */
            id: string;
            incident: components["schemas"]["Incident"];
            lines: components["schemas"]["Line"][];
            caller: components["schemas"]["Caller"] | null;
        };
        /**
         * IncidentsSettings
         * @description Incidents, per organisation.
         */
        IncidentsSettings: {
            /**
             * @default [
             *       "done",
             *       "nothing_found",
             *       "report_follows",
             *       "handed_over",
             *       "false_alarm",
             *       "cancelled"
             *     ]
             */
            results?: string[];
            /** @default 30 */
            unanswered_seconds?: number;
            /** @default 30 */
            silent_minutes?: number;
            /**
             * @default exact
             * @enum {unknown}
             */
            positions?: "exact" | "off" | "rounded";
            /** @default 15 */
            position_seconds?: number;
            /** @default 24 */
            position_hours?: number;
            /** @default null */
            position_area?: [
                number,
                number,
                number,
                number
            ] | null;
            /** @default 1826 */
            incident_days?: number;
            /** @default 365 */
            caller_days?: number;
        };
        /**
         * Line
         * @description A line of its timeline.
         */
        Line: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            incident: string;
            /** @enum {unknown} */
            kind: "control" | "crew" | "desk" | "note" | "result";
            at: string;
            told_at: string;
            author: string;
            text: string;
            /** @default false */
            late?: boolean;
        };
        /**
         * Linked
         * @description Somebody or something that the control room or an officer connects with it.
         */
        Linked: {
            /** @enum {unknown} */
            kind: "object" | "person" | "vehicle";
            /**
             * @default other
             * @enum {unknown}
             */
            role?: "informant" | "involved" | "other" | "suspect" | "victim" | "witness";
            /** @default  */
            label?: string;
            /** @default  */
            question?: string;
            /** @default false */
            caution?: boolean;
        };
        /**
         * MessageDropped
         * @description A message in quarantine is not to be taken in.
         */
        MessageDropped: {
            /** Format: uuid */
            message: string;
        };
        /**
         * MessageResent
         * @description A message was taken out of quarantine and in.
         */
        MessageResent: {
            /** Format: uuid */
            message: string;
            outcome: string;
            /** Format: uuid */
            incident: string;
        };
        /**
         * MessageShown
         * @description A message as it came.
         */
        MessageShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            feed: string;
            at: string;
            octets: string;
        };
        /** NoteRequest */
        NoteRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            incident: string;
            text: string;
        };
        /**
         * NoteWritten
         * @description Somebody wrote a note. `late`: the incident was closed by then. Its words stand in the row alone.
         */
        NoteWritten: {
            /** Format: uuid */
            note: string;
            /** Format: uuid */
            incident: string;
            at: string;
            late: boolean;
        };
        /**
         * OnIt
         * @description A crew on this incident and when it said what; times to the second, by the server's clock.
         */
        OnIt: {
            /** Format: uuid */
            crew: string;
            call_sign: string;
            /** @enum {unknown} */
            state: "accepted" | "assigned" | "available" | "en_route" | "on_scene" | "unavailable";
            /** @default {} */
            times?: {
                [key: string]: string;
            };
        };
        /** OpenIncidentRequest */
        OpenIncidentRequest: {
            /** Format: uuid */
            id: string;
            kind: string;
            title: string;
            place: components["schemas"]["Place"];
            /** @default null */
            priority?: number | null;
            /** @default null */
            text?: string | null;
            /** @default [] */
            linked?: components["schemas"]["Linked"][];
        };
        /**
         * Place
         * @description Where it is: as parts of an address, as words, as a point (WGS 84), or some of these.
         */
        Place: {
            /** @default  */
            street?: string;
            /** @default  */
            number?: string;
            /** @default  */
            box?: string;
            /** @default  */
            postcode?: string;
            /** @default  */
            town?: string;
            /** @default  */
            text?: string;
            /** @default null */
            longitude?: number | null;
            /** @default null */
            latitude?: number | null;
            /** @default null */
            within_m?: number | null;
        };
        /**
         * Placed
         * @description What became of it.
         */
        Placed: {
            /** @enum {unknown} */
            outcome: "off" | "older" | "shown";
            every_s: number;
        };
        /**
         * ProblemDetails
         * @description RFC 9457; `code` is stable, `title` is translated.
         */
        ProblemDetails: {
            type: string;
            title: string;
            status: number;
            code: string;
            /** @default {} */
            params?: {
                [key: string]: string | number;
            };
            /** @default [] */
            fields?: components["schemas"]["FieldDetail"][];
            /** @default  */
            incident?: string;
        };
        /** ReopenRequest */
        ReopenRequest: {
            /** Format: uuid */
            incident: string;
        };
        /**
         * Reported
         * @description Where a phone is.
         */
        Reported: {
            /** Format: date-time */
            at: string;
            longitude: number;
            latitude: number;
            within_m: number;
            /** @default null */
            heading?: number | null;
            /** @default null */
            speed?: number | null;
        };
        /** ResendRequest */
        ResendRequest: {
            /** Format: uuid */
            message: string;
        };
        /**
         * Sharing
         * @description What the organisation wants to know of where crews are.
         */
        Sharing: {
            /** @enum {unknown} */
            positions: "exact" | "off" | "rounded";
            every_s: number;
        };
        /**
         * StateTaken
         * @description A crew entered a state on an incident.
         */
        StateTaken: {
            /** Format: uuid */
            incident: string;
            /** Format: uuid */
            crew: string;
            /** @enum {unknown} */
            state: "accepted" | "available" | "en_route" | "on_scene";
            at: string;
        };
        /** TakeStateRequest */
        TakeStateRequest: {
            /** Format: uuid */
            incident: string;
            /** @enum {unknown} */
            state: "accepted" | "available" | "en_route" | "on_scene";
        };
        /** UnassignRequest */
        UnassignRequest: {
            /** Format: uuid */
            incident: string;
            /** Format: uuid */
            crew: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "incidents.add_feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedWanted"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedGiven"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.assign": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrewAssigned"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.change_incident": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIncidentRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentAltered"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.close": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentEnded"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.drop_message": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropMessageRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDropped"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.end_feed": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndFeedRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedEnded"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedShown"][];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HistoryRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"][];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.take_in": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feed_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.incident": {
        parameters: {
            query: {
                incident: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentShown"] | null;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.message": {
        parameters: {
            query: {
                message: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageShown"] | null;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.note": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteWritten"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.open_incident": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenIncidentRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOpened"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reported"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Placed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldShown"][];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.reopen": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentReopened"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.resend": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageResent"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sharing"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.take_state": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStateRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateTaken"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    "incidents.unassign": {
        parameters: {
            query?: never;
            header?: {
                "Focus-Command"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrewUnassigned"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
