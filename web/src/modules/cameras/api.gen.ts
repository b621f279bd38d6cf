/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/cameras/add-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a camera system send; its secret is made here and shown once. */
        post: operations["cameras.add_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the picture shows the plate that was read. Raises HitUnknown.
         * @description Say that the picture shows the plate that was read. Raises HitUnknown.
         */
        post: operations["cameras.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/drop-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a message in quarantine is not to be taken in. Raises MessageUnknown.
         * @description Say that a message in quarantine is not to be taken in. Raises MessageUnknown.
         */
        post: operations["cameras.drop_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/end-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a camera system send no more; its secret is forgotten. Raises FeedUnknown.
         * @description Let a camera system send no more; its secret is forgotten. Raises FeedUnknown.
         */
        post: operations["cameras.end_feed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/feeds": {
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
        get: operations["cameras.feeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What cameras saw of a plate, or at a camera, from `since` until `until`; the newest first, at most 200.
         * @description What cameras saw of a plate, or at a camera, from `since` until `until`; the newest first, at most 200.
         *
         *     Without a purpose, the active task's. Raises NothingAsked, MonthOver, PurposeNotForCameras, and what is
         *     refused about purposes.
         */
        post: operations["cameras.history"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/in/{feed_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in one message of a camera system, signed as Standard Webhooks say. Raises NotSigned, TooMany. */
        post: operations["cameras.take_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/not-same": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the picture shows another plate. Raises HitUnknown.
         * @description Say that the picture shows another plate. Raises HitUnknown.
         */
        post: operations["cameras.not_same"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how a confirmed hit ended. Raises HitUnknown, NotConfirmed.
         * @description Say how a confirmed hit ended. Raises HitUnknown, NotConfirmed.
         */
        post: operations["cameras.outcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/pictures/{hit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture as the camera took it, a JPEG; off duty none. Raises HitUnknown. */
        get: operations["cameras.picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/quarantine": {
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
        get: operations["cameras.quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/resend": {
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
        post: operations["cameras.resend"];
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
            id?: string | null;
            /** @default null */
            message?: string | null;
            /** @default  */
            code?: string;
            /** @default  */
            path?: string;
        };
        /**
         * Camera
         * @description A camera, and where it stands (WGS 84).
         */
        Camera: {
            id: string;
            name: string;
            longitude: number;
            latitude: number;
            /** @default null */
            heading?: number | null;
        };
        /**
         * CamerasSettings
         * @description Cameras, per organisation.
         */
        CamerasSettings: {
            /** @default 365 */
            days?: number;
            /**
             * @default [
             *       "investigation",
             *       "wanted_search",
             *       "arrest"
             *     ]
             */
            judicial_purposes?: string[];
        };
        /** ConfirmRequest */
        ConfirmRequest: {
            /** Format: uuid */
            hit: string;
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
         * @description A camera system may send no more.
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
            last_at: string | null;
            today: number;
            quarantined: number;
        };
        /**
         * FeedWanted
         * @description A camera system that is to send.
         */
        FeedWanted: {
            name: string;
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
            octets: number;
        };
        /** HistoryRequest */
        HistoryRequest: {
            /** @default  */
            plate?: string;
            /** @default  */
            camera?: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            /** @default null */
            purpose?: string | null;
            /** @default null */
            reference?: string | null;
            /** @default null */
            reason?: string | null;
        };
        /**
         * HitJudged
         * @description Somebody said something of a hit. `counted`: nobody had decided before.
         */
        HitJudged: {
            /** Format: uuid */
            hit: string;
            /** @enum {unknown} */
            word: "closed" | "confirmed" | "not_same" | "not_seen" | "stopped";
            at: string;
            counted: boolean;
            state: string;
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
        };
        /** NotSameRequest */
        NotSameRequest: {
            /** Format: uuid */
            hit: string;
        };
        /** OutcomeRequest */
        OutcomeRequest: {
            /** Format: uuid */
            hit: string;
            /** @enum {unknown} */
            outcome: "closed" | "not_seen" | "stopped";
            /** @default  */
            text?: string;
        };
        /**
         * Passage
         * @description One plate at one camera, as history shows it.
         */
        Passage: {
            /** Format: uuid */
            id: string;
            plate: string;
            country: string;
            seen_at: string;
            camera: components["schemas"]["Camera"];
            /** @default  */
            direction?: string;
            /** @default  */
            make?: string;
            /** @default  */
            colour?: string;
            /** @default false */
            listed?: boolean;
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
        /** ResendRequest */
        ResendRequest: {
            /** Format: uuid */
            message: string;
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
    "cameras.add_feed": {
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
    "cameras.confirm": {
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
                "application/json": components["schemas"]["ConfirmRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitJudged"];
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
    "cameras.drop_message": {
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
    "cameras.end_feed": {
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
    "cameras.feeds": {
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
    "cameras.history": {
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
                    "application/json": components["schemas"]["Passage"][];
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
    "cameras.take_in": {
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
    "cameras.not_same": {
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
                "application/json": components["schemas"]["NotSameRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitJudged"];
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
    "cameras.outcome": {
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
                "application/json": components["schemas"]["OutcomeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HitJudged"];
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
    "cameras.picture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hit: string;
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
                    "image/jpeg": string;
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
    "cameras.quarantine": {
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
    "cameras.resend": {
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
}
