/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/reinforcement/end-reinforcement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End one that was received or given, now. Raises ReinforcementUnknown, ReinforcementOver.
         * @description End one that was received or given, now. Raises ReinforcementUnknown, ReinforcementOver.
         */
        post: operations["reinforcement.end_reinforcement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reinforcement/lent-crews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The crews on duty of those organisations that lend their people to this one, by organisation.
         * @description The crews on duty of those organisations that lend their people to this one, by organisation.
         */
        get: operations["reinforcement.lent_crews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reinforcement/reinforce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have crews of an organisation that lends its people work here, from now on, for so many hours.
         * @description Have crews of an organisation that lends its people work here, from now on, for so many hours.
         *
         *     Raises CrewUnknown for one that is not on duty or not lent, CrewHelpsAlready, ReinforcementKnown.
         */
        post: operations["reinforcement.reinforce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reinforcement/reinforcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those received and given: the running ones, then those that ended in the last thirty days.
         * @description Those received and given: the running ones, then those that ended in the last thirty days.
         */
        get: operations["reinforcement.reinforcements"];
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
         * CrewHere
         * @description A crew that came.
         */
        CrewHere: {
            call_sign: string;
            crew: string;
            people: number;
        };
        /** EndReinforcementRequest */
        EndReinforcementRequest: {
            /** Format: uuid */
            id: string;
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
         * LentCrew
         * @description A crew on duty that can be asked for.
         */
        LentCrew: {
            /** Format: uuid */
            organisation: string;
            organisation_name: string;
            organisation_code: string;
            call_sign: string;
            unit_name: string;
            people: number;
            until: string;
            here: boolean;
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
        /** ReinforceRequest */
        ReinforceRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisation: string;
            crews: string[];
            /** @default 4 */
            hours?: number;
        };
        /**
         * Reinforced
         * @description Crews of another organisation help here until then. `posts`: what their people got for it.
         */
        Reinforced: {
            /** Format: uuid */
            reinforcement: string;
            /** Format: uuid */
            organisation: string;
            crews: components["schemas"]["CrewHere"][];
            posts: string[];
            until: string;
        };
        /**
         * Reinforcement
         * @description One of those received or given.
         */
        Reinforcement: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            direction: "given" | "received";
            /** Format: uuid */
            organisation: string;
            organisation_name: string;
            crews: components["schemas"]["CrewHere"][];
            since: string;
            until: string;
            by: string;
            ended_at: string | null;
            /** @enum {unknown} */
            ended_why: "" | "home" | "host" | "revoked" | "time";
            ended_by: string;
        };
        /**
         * ReinforcementEnded
         * @description A reinforcement was ended before its time. `why`: by `host`, which received it, or by `home`.
         */
        ReinforcementEnded: {
            /** Format: uuid */
            reinforcement: string;
            /** Format: uuid */
            organisation: string;
            why: string;
        };
        /**
         * ReinforcementSettings
         * @description Reinforcements, per organisation.
         */
        ReinforcementSettings: {
            /** @default 365 */
            kept_days?: number;
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
    "reinforcement.end_reinforcement": {
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
                "application/json": components["schemas"]["EndReinforcementRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinforcementEnded"];
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
    "reinforcement.lent_crews": {
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
                    "application/json": components["schemas"]["LentCrew"][];
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
    "reinforcement.reinforce": {
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
                "application/json": components["schemas"]["ReinforceRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reinforced"];
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
    "reinforcement.reinforcements": {
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
                    "application/json": components["schemas"]["Reinforcement"][];
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
