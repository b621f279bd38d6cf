/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/followup/correct-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put one's own stop right, within the days that the organisation sets. None leaves a field as it is.
         * @description Put one's own stop right, within the days that the organisation sets. None leaves a field as it is.
         */
        post: operations["followup.correct_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup/grounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The grounds on which somebody may be stopped here.
         * @description The grounds on which somebody may be stopped here.
         */
        get: operations["followup.grounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup/record-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a stop with its ground. `records`: keys of the records on the card of the person stopped.
         * @description Register a stop with its ground. `records`: keys of the records on the card of the person stopped.
         *
         *     Without `purpose` that of the task; sent later from a device that was without network, `at` says when.
         */
        post: operations["followup.record_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup/stop-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many stops by ground, unit and period, from `first` to `last` (default the last 30 days).
         * @description How many stops by ground, unit and period, from `first` to `last` (default the last 30 days).
         */
        get: operations["followup.stop_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own stops, the newest first; `before`: id of the last one seen.
         * @description One's own stops, the newest first; `before`: id of the last one seen.
         */
        get: operations["followup.stops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup/withdraw-stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw one's own stop, registered by mistake; it stays to be seen, with the reason.
         * @description Withdraw one's own stop, registered by mistake; it stays to be seen, with the reason.
         */
        post: operations["followup.withdraw_stop"];
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
        /** CorrectStopRequest */
        CorrectStopRequest: {
            /** Format: uuid */
            stop: string;
            reason: string;
            /** @default null */
            ground?: string | null;
            /** @default null */
            described?: string | null;
            /** @default null */
            place?: string | null;
            /** @default null */
            why?: string | null;
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
         * FollowupSettings
         * @description Stops, per organisation.
         */
        FollowupSettings: {
            /** @default [] */
            grounds?: components["schemas"]["Ground"][];
            /** @default 365 */
            stops_days?: number;
            /** @default 7 */
            stops_change_days?: number;
            /** @default 1 */
            figures_smallest?: number;
        };
        /**
         * Ground
         * @description A reason for which somebody may be stopped, as the organisation words it.
         */
        Ground: {
            code: string;
            titles: {
                [key: string]: string;
            };
            /** @default {} */
            basis?: {
                [key: string]: string;
            };
            /** @default false */
            explain?: boolean;
        };
        /**
         * GroundShown
         * @description A ground as an officer chooses it.
         */
        GroundShown: {
            code: string;
            title: string;
            explain: boolean;
            /** @default  */
            basis?: string;
            /** @default false */
            proposed?: boolean;
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
         * PurposeGiven
         * @description The purpose an officer chose; without one the active task's.
         */
        PurposeGiven: {
            code: string;
            /** @default null */
            reference?: string | null;
            /** @default null */
            reason?: string | null;
        };
        /** RecordStopRequest */
        RecordStopRequest: {
            ground: string;
            /** @default [] */
            records?: string[];
            /** @default  */
            described?: string;
            /** @default null */
            lookup?: string | null;
            /** @default null */
            at?: string | null;
            /** @default  */
            place?: string;
            /** @default null */
            spot?: components["schemas"]["Spot"] | null;
            /** @default  */
            why?: string;
            /** @default null */
            purpose?: components["schemas"]["PurposeGiven"] | null;
            /** @default null */
            task?: string | null;
        };
        /**
         * Spot
         * @description Where a device was, EPSG:4326; `accuracy` in metres.
         */
        Spot: {
            longitude: number;
            latitude: number;
            /** @default null */
            accuracy?: number | null;
        };
        /**
         * StopChange
         * @description A correction, or the withdrawal, with what the stop said until then.
         */
        StopChange: {
            at: string;
            /** @enum {unknown} */
            kind: "corrected" | "withdrawn";
            reason: string;
            before: {
                [key: string]: string;
            };
        };
        /**
         * StopCorrected
         * @description An officer put his stop right. What it said and why stands in rows that are erased; not in the log.
         */
        StopCorrected: {
            /** Format: uuid */
            stop: string;
            fields: string[];
            ground: string;
        };
        /**
         * StopFigure
         * @description How often, without anybody's name. None: a few, fewer than the organisation shows.
         */
        StopFigure: {
            /** Format: date */
            period: string;
            unit: string | null;
            unit_name: string;
            ground: string;
            title: string;
            stops: number | null;
            after_lookup: number | null;
            unknown: number | null;
            self_declared: number | null;
            late: number | null;
            withdrawn: number | null;
        };
        /**
         * StopFigures
         * @description Figures of a period of days.
         */
        StopFigures: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            smallest: number;
            rows: components["schemas"]["StopFigure"][];
        };
        /**
         * StopRecorded
         * @description Somebody was stopped. Descriptions and places stand in the row, which is erased; not in the log.
         */
        StopRecorded: {
            /** Format: uuid */
            stop: string;
            at: string;
            ground: string;
            lookup: string | null;
            records: number;
            described: boolean;
            placed: boolean;
            purpose: string;
            basis: string;
            reference: string | null;
            issuer: ("case" | "control" | "incident" | "self") | null;
        };
        /**
         * StopShown
         * @description A stop as its officer sees it. After the organisation's delay who, where and why are gone.
         */
        StopShown: {
            /** Format: uuid */
            id: string;
            at: string;
            ground: string;
            title: string;
            basis: string;
            lookup: string | null;
            records: string[];
            described: string;
            place: string;
            spot: components["schemas"]["Spot"] | null;
            why: string;
            purpose: string;
            reference: string | null;
            issuer: ("case" | "control" | "incident" | "self") | null;
            erased: boolean;
            withdrawn: boolean;
            changeable: boolean;
            changes: components["schemas"]["StopChange"][];
        };
        /**
         * StopWithdrawn
         * @description An officer withdrew his stop: it counts no more.
         */
        StopWithdrawn: {
            /** Format: uuid */
            stop: string;
        };
        /** WithdrawStopRequest */
        WithdrawStopRequest: {
            /** Format: uuid */
            stop: string;
            reason: string;
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
    "followup.correct_stop": {
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
                "application/json": components["schemas"]["CorrectStopRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopCorrected"];
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
    "followup.grounds": {
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
                    "application/json": components["schemas"]["GroundShown"][];
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
    "followup.record_stop": {
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
                "application/json": components["schemas"]["RecordStopRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopRecorded"];
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
    "followup.stop_figures": {
        parameters: {
            query?: {
                period?: "day" | "month" | "week";
                first?: string | null;
                last?: string | null;
                unit?: string | null;
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
                    "application/json": components["schemas"]["StopFigures"];
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
    "followup.stops": {
        parameters: {
            query?: {
                before?: string | null;
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
                    "application/json": components["schemas"]["StopShown"][];
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
    "followup.withdraw_stop": {
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
                "application/json": components["schemas"]["WithdrawStopRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopWithdrawn"];
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
