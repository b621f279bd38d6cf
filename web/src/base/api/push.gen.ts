/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/push/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The key to subscribe with.
         * @description The key to subscribe with.
         */
        get: operations["push.push_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this device be woken, as its browser's PushSubscription says.
         * @description Let this device be woken, as its browser's PushSubscription says.
         */
        post: operations["push.subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let this device sleep.
         * @description Let this device sleep.
         */
        post: operations["push.unsubscribe"];
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
         * DeviceNotWakeable
         * @description This device is woken no more.
         */
        DeviceNotWakeable: Record<string, never>;
        /**
         * DeviceWakeable
         * @description This device may be woken. Where, stands in the row; not in the log.
         */
        DeviceWakeable: {
            service: string;
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
         * PushKey
         * @description To whom a browser subscribes: our public key, base64url; empty where no phone is woken.
         */
        PushKey: {
            key: string;
        };
        /** SubscribeRequest */
        SubscribeRequest: {
            endpoint: string;
            p256dh: string;
            auth: string;
        };
        /** UnsubscribeRequest */
        UnsubscribeRequest: Record<string, never>;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "push.push_key": {
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
                    "application/json": components["schemas"]["PushKey"];
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
    "push.subscribe": {
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
                "application/json": components["schemas"]["SubscribeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceWakeable"];
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
    "push.unsubscribe": {
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
                "application/json": components["schemas"]["UnsubscribeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceNotWakeable"];
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
