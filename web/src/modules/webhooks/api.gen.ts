/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/webhooks/add-receiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell another system what happens here; its secret is made here and shown once. */
        post: operations["webhooks.add_receiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that were given up, the newest first, at most 200.
         * @description Messages that were given up, the newest first, at most 200.
         */
        get: operations["webhooks.dead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a message that was given up says.
         * @description What a message that was given up says.
         */
        get: operations["webhooks.delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/drop-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a message that was given up is not to be sent. Raises DeliveryUnknown.
         * @description Say that a message that was given up is not to be sent. Raises DeliveryUnknown.
         */
        post: operations["webhooks.drop_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/end-receiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell it nothing more: its secret is forgotten, what waits is dropped. Raises ReceiverUnknown.
         * @description Tell it nothing more: its secret is forgotten, what waits is dropped. Raises ReceiverUnknown.
         */
        post: operations["webhooks.end_receiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What modules here tell of, by name.
         * @description What modules here tell of, by name.
         */
        get: operations["webhooks.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told and how it goes, by name.
         * @description Who is told and how it goes, by name.
         */
        get: operations["webhooks.receivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what was given up once more: one message, or all of a receiver. Raises DeliveryUnknown.
         * @description Send what was given up once more: one message, or all of a receiver. Raises DeliveryUnknown.
         */
        post: operations["webhooks.revive"];
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
         * DeadShown
         * @description A message that was given up.
         */
        DeadShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            receiver: string;
            name: string;
            kind: string;
            created_at: string;
            ended_at: string;
            tries: number;
            failure: string;
        };
        /**
         * DeliveriesRevived
         * @description Messages that were given up are sent once more.
         */
        DeliveriesRevived: {
            /** Format: uuid */
            receiver: string;
            count: number;
        };
        /**
         * DeliveryDropped
         * @description A message that was given up is not to be sent.
         */
        DeliveryDropped: {
            /** Format: uuid */
            delivery: string;
        };
        /**
         * DeliveryShown
         * @description A message that was given up, with what it says.
         */
        DeliveryShown: {
            /** Format: uuid */
            id: string;
            kind: string;
            content: string;
        };
        /** DropDeliveryRequest */
        DropDeliveryRequest: {
            /** Format: uuid */
            delivery: string;
        };
        /** EndReceiverRequest */
        EndReceiverRequest: {
            /** Format: uuid */
            receiver: string;
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
         * ReceiverEnded
         * @description It is told nothing more.
         */
        ReceiverEnded: {
            /** Format: uuid */
            receiver: string;
        };
        /**
         * ReceiverGiven
         * @description A receiver with its secret: shown once, to who added it; it stands in no log.
         */
        ReceiverGiven: {
            /** Format: uuid */
            receiver: string;
            secret: string;
        };
        /**
         * ReceiverShown
         * @description A receiver and how it does.
         */
        ReceiverShown: {
            /** Format: uuid */
            id: string;
            name: string;
            address: string;
            kinds: string[];
            topics: string[];
            last_at: string | null;
            waiting: number;
            failing_since: string | null;
            failure: string;
            dead: number;
        };
        /**
         * ReceiverWanted
         * @description A system that is to be told. `topics`: of what names a topic, only these; empty: all.
         */
        ReceiverWanted: {
            name: string;
            address: string;
            kinds: string[];
            /** @default [] */
            topics?: string[];
        };
        /** ReviveRequest */
        ReviveRequest: {
            /** Format: uuid */
            receiver: string;
            /** @default null */
            delivery?: string | null;
        };
        /**
         * WebhooksSettings
         * @description Outgoing messages, per organisation.
         */
        WebhooksSettings: {
            /** @default 30 */
            delivery_days?: number;
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
    "webhooks.add_receiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverWanted"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverGiven"];
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
    "webhooks.dead": {
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
                    "application/json": components["schemas"]["DeadShown"][];
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
    "webhooks.delivery": {
        parameters: {
            query: {
                delivery: string;
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
                    "application/json": components["schemas"]["DeliveryShown"] | null;
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
    "webhooks.drop_delivery": {
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
                "application/json": components["schemas"]["DropDeliveryRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDropped"];
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
    "webhooks.end_receiver": {
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
                "application/json": components["schemas"]["EndReceiverRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverEnded"];
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
    "webhooks.kinds": {
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
                    "application/json": string[];
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
    "webhooks.receivers": {
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
                    "application/json": components["schemas"]["ReceiverShown"][];
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
    "webhooks.revive": {
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
                "application/json": components["schemas"]["ReviveRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesRevived"];
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
