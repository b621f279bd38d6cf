/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/purposes/add-purpose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a purpose of the organisation's own, with its legal basis.
         * @description Add a purpose of the organisation's own, with its legal basis.
         */
        post: operations["purposes.add_purpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/all-purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every purpose of the organisation, those out of use and not yet confirmed included.
         * @description Every purpose of the organisation, those out of use and not yet confirmed included.
         */
        get: operations["purposes.all_purposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/edit-purpose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a purpose, confirm its default text, or take it out of use; at once.
         * @description Change a purpose, confirm its default text, or take it out of use; at once.
         */
        post: operations["purposes.edit_purpose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/end-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End one's own task; later lookups need a purpose again.
         * @description End one's own task; later lookups need a purpose again.
         */
        post: operations["purposes.end_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/my-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one works on now.
         * @description What one works on now.
         */
        get: operations["purposes.my_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The purposes that one's function may use, in one's language.
         * @description The purposes that one's function may use, in one's language.
         */
        get: operations["purposes.purposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/start-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to work on something; what one worked on before ends.
         * @description Begin to work on something; what one worked on before ends.
         *
         *     A control or check without a reference gets a number. `reason` is needed where the purpose requires a
         *     reference and nobody else knows the one given; it goes with every lookup of the task.
         */
        post: operations["purposes.start_task"];
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
        /** AddPurposeRequest */
        AddPurposeRequest: {
            code: string;
            titles: {
                [key: string]: string;
            };
            basis: string;
            /** @enum {unknown} */
            reference: "none" | "optional" | "required";
            /**
             * @default [
             *       "incident",
             *       "case",
             *       "control",
             *       "self"
             *     ]
             */
            accepts?: ("case" | "control" | "incident" | "self")[];
            /**
             * @default optional
             * @enum {unknown}
             */
            reason?: "optional" | "required";
            opens: string[];
            /** @default [] */
            functions?: string[];
        };
        /**
         * Change
         * @description A value that an action replaced, as the log keeps it: who looks back sees what it was.
         */
        Change: {
            name: string;
            before: unknown;
            after: unknown;
        };
        /** EditPurposeRequest */
        EditPurposeRequest: {
            code: string;
            titles: {
                [key: string]: string;
            };
            basis: string;
            /** @enum {unknown} */
            reference: "none" | "optional" | "required";
            accepts: ("case" | "control" | "incident" | "self")[];
            /** @enum {unknown} */
            reason: "optional" | "required";
            opens: string[];
            functions: string[];
            /** @default true */
            active?: boolean;
        };
        /** EndTaskRequest */
        EndTaskRequest: {
            /** Format: uuid */
            task: string;
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
         * Purpose
         * @description A purpose as an organisation keeps it.
         */
        Purpose: {
            code: string;
            titles: {
                [key: string]: string;
            };
            basis: string;
            /** @enum {unknown} */
            reference: "none" | "optional" | "required";
            accepts: ("case" | "control" | "incident" | "self")[];
            /** @enum {unknown} */
            reason: "optional" | "required";
            opens: string[];
            functions: string[];
            active: boolean;
            reviewed: boolean;
        };
        /**
         * PurposeAdded
         * @description All of it is among the `changes`.
         */
        PurposeAdded: {
            purpose: string;
            changes: components["schemas"]["Change"][];
        };
        /**
         * PurposeChoice
         * @description A purpose as an officer chooses it, in his language.
         */
        PurposeChoice: {
            code: string;
            title: string;
            basis: string;
            /** @enum {unknown} */
            reference: "none" | "optional" | "required";
            accepts: ("case" | "control" | "incident" | "self")[];
            /** @enum {unknown} */
            reason: "optional" | "required";
        };
        /**
         * PurposeEdited
         * @description What differs from before.
         */
        PurposeEdited: {
            purpose: string;
            changes: components["schemas"]["Change"][];
        };
        /** StartTaskRequest */
        StartTaskRequest: {
            /** @enum {unknown} */
            kind: "case" | "check" | "control" | "incident";
            purpose: string;
            title: string;
            /** @default null */
            reference?: string | null;
            /** @default null */
            place?: string | null;
            /** @default null */
            reason?: string | null;
        };
        /**
         * Task
         * @description What a person works on.
         */
        Task: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "case" | "check" | "control" | "incident";
            reference: string;
            /** @enum {unknown} */
            issuer: "case" | "control" | "incident" | "self";
            reason: string | null;
            title: string;
            place: string | null;
            purpose: components["schemas"]["PurposeChoice"];
            started_at: string;
            ended_at: string | null;
        };
        /** TaskEnded */
        TaskEnded: {
            /** Format: uuid */
            task: string;
        };
        /**
         * TaskStarted
         * @description `ended` is the task that this one took the place of.
         */
        TaskStarted: {
            /** Format: uuid */
            task: string;
            /** @enum {unknown} */
            kind: "case" | "check" | "control" | "incident";
            reference: string;
            /** @enum {unknown} */
            issuer: "case" | "control" | "incident" | "self";
            reason: string | null;
            purpose: string;
            ended: string | null;
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
    "purposes.add_purpose": {
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
                "application/json": components["schemas"]["AddPurposeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurposeAdded"];
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
    "purposes.all_purposes": {
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
                    "application/json": components["schemas"]["Purpose"][];
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
    "purposes.edit_purpose": {
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
                "application/json": components["schemas"]["EditPurposeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurposeEdited"];
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
    "purposes.end_task": {
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
                "application/json": components["schemas"]["EndTaskRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskEnded"];
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
    "purposes.my_task": {
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
                    "application/json": components["schemas"]["Task"] | null;
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
    "purposes.purposes": {
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
                    "application/json": components["schemas"]["PurposeChoice"][];
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
    "purposes.start_task": {
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
                "application/json": components["schemas"]["StartTaskRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStarted"];
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
