/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/sync/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Things done on a phone, sealed and signed by it; whoever is signed in there now, or nobody. */
        post: operations["sync.deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To what this organisation's phones seal what they do. */
        get: operations["sync.key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is new for this phone since its state: lost, filled, changed, gone. */
        post: operations["sync.pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A line that stays open; `look` means: pull, at a moment of your own within so many milliseconds. */
        get: operations["sync.stream"];
        put?: never;
        post?: never;
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
         * Delivered
         * @description One outcome for each item, in their order.
         */
        Delivered: {
            at: string;
            skew_s: number;
            outcomes: components["schemas"]["Outcome"][];
        };
        /**
         * Delivery
         * @description Things done on one device, in their order, signed by it: `statement` says over what.
         */
        Delivery: {
            device: string;
            sent_ms: number;
            waiting: number[];
            items: components["schemas"]["Item"][];
            signature: string;
        };
        /**
         * DeliveryKey
         * @description To what a phone seals what it does.
         */
        DeliveryKey: {
            kid: string;
            /** Format: uuid */
            organisation: string;
            point: string;
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
         * Gone
         * @description A record that this phone may not hold, or that is no more.
         */
        Gone: {
            t: string;
            /** Format: uuid */
            i: string;
            /**
             * @default true
             * @enum {unknown}
             */
            gone?: true;
        };
        /**
         * Item
         * @description One thing done on a phone, sealed to the organisation; the phone itself cannot read it.
         */
        Item: {
            /** Format: uuid */
            id: string;
            n: number;
            /** Format: uuid */
            organisation: string;
            kid: string;
            eph: string;
            box: string;
        };
        /**
         * Left
         * @description First line: buckets and types that are lost, applied together with the state, before any record.
         */
        Left: {
            left: string[];
            types: string[];
            hours: {
                [key: string]: number;
            };
            restart: boolean;
            state: components["schemas"]["State"];
            at: string;
        };
        /**
         * Outcome
         * @description What became of one item. `final`: it will not be answered otherwise; the phone lets it go.
         */
        Outcome: {
            /** Format: uuid */
            id: string;
            status: number;
            final: boolean;
            /** @default null */
            answer?: unknown | null;
            /** @default null */
            problem?: Record<string, never> | null;
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
        /**
         * Progress
         * @description The state after the lines before it; `whole`: nothing is left to fetch.
         */
        Progress: {
            state: components["schemas"]["State"];
            /** @default false */
            whole?: boolean;
        };
        /**
         * Pull
         * @description What is new since then? Without a state: everything.
         */
        Pull: {
            /** @default null */
            state?: components["schemas"]["State"] | null;
        };
        /**
         * Record
         * @description A record, whole.
         */
        Record: {
            t: string;
            /** Format: uuid */
            i: string;
            v: number;
            b: string[];
            d: unknown;
        };
        /**
         * State
         * @description How far a phone has come; it keeps this and gives it back unread.
         */
        State: {
            /** @default  */
            epoch?: string;
            /** @default  */
            cursor?: string;
            /** @default {} */
            held?: {
                [key: string]: string;
            };
            /** @default [] */
            types?: string[];
            /** @default  */
            next?: string;
            /** @default  */
            after?: string;
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
    "sync.deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delivery"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivered"];
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
    "sync.key": {
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
                    "application/json": components["schemas"]["DeliveryKey"];
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
    "sync.pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pull"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Left"] | components["schemas"]["Record"] | components["schemas"]["Gone"] | components["schemas"]["Progress"];
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
    "sync.stream": {
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
                    "text/event-stream": string;
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
