/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/search/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the sources fared; `source`: that one alone, with its five minutes, the newest first.
         * @description How the sources fared; `source`: that one alone, with its five minutes, the newest first.
         */
        get: operations["search.health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask one question of all sources; answers stream in as lines. */
        post: operations["search.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/lookups/{lookup}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask one source what it has, after its hit. */
        post: operations["search.details"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/lookups/{lookup}/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check everybody who lives at an address, where they were too many to be checked unasked. */
        post: operations["search.residents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/lookups/{lookup}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask some sources of a lookup once more. */
        post: operations["search.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/my-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own lookups, the newest first, as oversight sees them; `before`: id of the last one seen.
         * @description One's own lookups, the newest first, as oversight sees them; `before`: id of the last one seen.
         */
        get: operations["search.my_lookups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/question-box": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be offered below the field; never anything that a source holds.
         * @description What may be offered below the field; never anything that a source holds.
         *
         *     `purpose`: the code of the one that the next question would be asked under; without it any of his.
         */
        get: operations["search.question_box"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/rejoin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that what a colleague held apart is the same after all. */
        post: operations["search.rejoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a machine readable zone or a plate from one JPEG of at most 2 MB; nobody is asked yet. */
        post: operations["search.scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/scan-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make ready while the officer aims; says whether this server reads pictures. */
        post: operations["search.ready"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sources and whether this officer may ask them.
         * @description The sources and whether this officer may ask them.
         */
        get: operations["search.sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a record is not about the same person or thing. */
        post: operations["search.split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask no further. */
        post: operations["search.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/test-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask one source one question, to see how it fares: counts and names of fields, never what it says. */
        post: operations["search.test_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/understand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a question is understood; nobody is asked and nothing is looked up.
         * @description How a question is understood; nobody is asked and nothing is looked up.
         */
        post: operations["search.understand"];
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
         * Alternative
         * @description The same fact from another source, perhaps with another value.
         */
        Alternative: {
            value: string;
            source: string;
            at: string;
        };
        /**
         * Apart
         * @description Shown apart though it would be one card: a colleague said at `at` that it is somebody else.
         */
        Apart: {
            record: string;
            at: string;
        };
        /**
         * Ask
         * @description One question. `id` is made by the app, so that a double tap is one lookup.
         */
        Ask: {
            /** Format: uuid */
            id: string;
            question: string;
            /** @default null */
            reading?: ("address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin") | null;
            /** @default null */
            purpose?: components["schemas"]["PurposeGiven"] | null;
            /** @default null */
            task?: string | null;
            /** @default null */
            from_card?: components["schemas"]["FromCard"] | null;
            /** @default null */
            asked_at?: string | null;
        };
        /**
         * AskDetails
         * @description What a source has that said only that it has something.
         */
        AskDetails: {
            card: string;
            source: string;
        };
        /**
         * AskedSource
         * @description A source as a lookup begins.
         */
        AskedSource: {
            name: string;
            short: string;
            title: string;
            matters: boolean;
            /** @enum {unknown} */
            state: "asked" | "closed" | "unsuited";
            /** @default null */
            reason?: string | null;
            /** @default nl */
            language?: string;
        };
        /**
         * Card
         * @description One person, vehicle, address …, as far as the sources agree that it is one.
         */
        Card: {
            id: string;
            /** @enum {unknown} */
            type: "address" | "document" | "event" | "object" | "organisation" | "person" | "phone" | "vehicle" | "warning";
            title: string;
            /** @default  */
            subtitle?: string;
            /** @default  */
            born?: string;
            /** @default  */
            sex?: string;
            /** @default null */
            tone?: ("amber" | "red") | null;
            /** @default [] */
            warnings?: components["schemas"]["CardWarning"][];
            /** @default [] */
            facts?: components["schemas"]["CardFact"][];
            /** @default [] */
            links?: components["schemas"]["Link"][];
            /** @default [] */
            records?: components["schemas"]["Origin"][];
            /** @default [] */
            pivots?: components["schemas"]["Pivot"][];
            /** @default  */
            photo?: string;
            /** @default null */
            place?: [
                number,
                number
            ] | null;
            /** @default [] */
            hits?: components["schemas"]["Hit"][];
            /** @default null */
            apart?: components["schemas"]["Apart"] | null;
            /** @default 1 */
            fit?: number;
        };
        /**
         * CardFact
         * @description A fact with who says so and how old it is.
         */
        CardFact: {
            key: string;
            value: string;
            source: string;
            at: string;
            /**
             * @default text
             * @enum {unknown}
             */
            kind?: "address" | "code" | "date" | "number" | "phone" | "plate" | "tag" | "text" | "time";
            /** @default null */
            tone?: ("amber" | "red") | null;
            /** @default [] */
            others?: components["schemas"]["Alternative"][];
            /** @default  */
            withheld?: string;
        };
        /**
         * CardLine
         * @description A card, whole; it takes the place of the one with the same id.
         */
        CardLine: {
            /** @enum {unknown} */
            kind: "card";
            card: components["schemas"]["Card"];
        };
        /**
         * CardWarning
         * @description A warning with its source.
         */
        CardWarning: {
            warn: components["schemas"]["Warn"];
            source: string;
            at: string;
        };
        /**
         * CheckLine
         * @description A check that runs by itself, as a lookup of its own in the log; the newest line of an id counts.
         */
        CheckLine: {
            /** @enum {unknown} */
            kind: "check";
            id: string;
            /** @enum {unknown} */
            role: "owed" | "repair";
            pivot: string;
            card: string;
            title: string;
            question: string;
            /** @enum {unknown} */
            asks: "address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin";
            /**
             * @default pending
             * @enum {unknown}
             */
            level?: "amber" | "green" | "pending" | "red";
            /**
             * @default not_all
             * @enum {unknown}
             */
            word?: "attention" | "breach" | "danger" | "not_all" | "not_found" | "nothing" | "stolen" | "wanted" | "who";
            /** @default 0 */
            answered?: number;
            /** @default 0 */
            expected?: number;
            /** @default null */
            why?: ("form" | "log" | "many" | "purpose" | "unknown") | null;
            /** @default false */
            final?: boolean;
        };
        /**
         * Closed
         * @description Last line.
         */
        Closed: {
            /** @enum {unknown} */
            kind: "closed";
            ms: number;
            answered: number;
            empty: number;
            silent: number;
            failed: number;
            closed: number;
        };
        /**
         * Drift
         * @description One difference.
         */
        Drift: {
            path: string;
            /** @enum {unknown} */
            change: "attribute" | "code" | "column" | "form" | "missing" | "namespace" | "shape" | "table" | "type";
            /**
             * @default
             * @enum {unknown}
             */
            found?: "" | "list" | "nothing" | "number" | "object" | "text" | "yes_no";
        };
        /**
         * DriftSeen
         * @description A way in which answers are not as agreed.
         */
        DriftSeen: {
            path: string;
            /** @enum {unknown} */
            change: "attribute" | "code" | "column" | "form" | "missing" | "namespace" | "shape" | "table" | "type";
            /** @enum {unknown} */
            found: "" | "list" | "nothing" | "number" | "object" | "text" | "yes_no";
            since: string;
            last: string;
            times: number;
        };
        /**
         * FaultSeen
         * @description What is wrong with a source's file, as `focus source check` says it, in English.
         */
        FaultSeen: {
            file: string;
            line: number;
            what: string;
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
         * FieldMapped
         * @description A field that the source's file fills, in how many of the records that came.
         */
        FieldMapped: {
            /** @enum {unknown} */
            type: "address" | "document" | "event" | "object" | "organisation" | "person" | "phone" | "vehicle" | "warning";
            /** @enum {unknown} */
            part: "fact" | "identifier" | "record" | "relation";
            field: string;
            records: number;
        };
        /**
         * FromCard
         * @description The step that led here: from which lookup, which card, by which pivot.
         */
        FromCard: {
            /** Format: uuid */
            lookup: string;
            card: string;
            pivot: string;
        };
        /**
         * GoneLine
         * @description Two cards turned out to be one.
         */
        GoneLine: {
            /** @enum {unknown} */
            kind: "gone";
            card: string;
            into: string;
        };
        /**
         * Hit
         * @description A source that has something and has not been asked what.
         */
        Hit: {
            source: string;
            at: string;
        };
        /**
         * Link
         * @description Why records are one card: text `search-link-<reason>`, with param `score` when a name decided.
         */
        Link: {
            reason: string;
            records: string[];
            /** @default {} */
            params?: {
                [key: string]: string;
            };
            /** @default [] */
            why?: components["schemas"]["LinkWhy"][];
        };
        /**
         * LinkWhy
         * @description What the names' likeness rests on: text `search-why-<code>` about the parts `a` and `b`.
         */
        LinkWhy: {
            code: string;
            /** @default  */
            a?: string;
            /** @default  */
            b?: string;
        };
        /**
         * ListSeen
         * @description A list in our database; without `fresh_at` it was never loaded.
         */
        ListSeen: {
            /** @default 0 */
            entries?: number;
            /** @default null */
            at?: string | null;
            /** @default null */
            fresh_at?: string | null;
            /** @default false */
            old?: boolean;
            /** @default 0 */
            bad?: number;
            /** @default  */
            load?: string;
            /** @default  */
            why?: string;
        };
        /**
         * Missing
         * @description One answer without which nothing is green.
         */
        Missing: {
            /** @default  */
            check?: string;
            /** @default  */
            source?: string;
            why: ("answered" | "asked" | "cancelled" | "closed" | "empty" | "failed" | "silent" | "slow" | "unsuited") | ("form" | "log" | "many" | "purpose" | "unknown") | "reading";
        };
        /**
         * MyLookup
         * @description One own lookup, as oversight sees it.
         */
        MyLookup: {
            /** Format: uuid */
            id: string;
            at: string;
            question: string;
            kind: string;
            purpose: components["schemas"]["PurposeSeen"];
            task: string | null;
            /** @default null */
            asked_at?: string | null;
            verdict: components["schemas"]["VerdictSeen"] | null;
            sources: components["schemas"]["SourcesSeen"];
        };
        /**
         * Opened
         * @description First line: the lookup is in the log; these sources are being asked.
         */
        Opened: {
            /** @enum {unknown} */
            kind: "opened";
            lookup: string;
            at: string;
            reading: components["schemas"]["Reading"];
            readings: components["schemas"]["Reading"][];
            purpose: components["schemas"]["PurposeShown"];
            /** @default [] */
            also?: ("address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin")[];
            deadline_ms: number;
            sources: components["schemas"]["AskedSource"][];
            /**
             * @default {
             *       "facts": {},
             *       "warnings": {}
             *     }
             */
            words?: components["schemas"]["Wording"];
        };
        /**
         * Origin
         * @description A record below a card.
         */
        Origin: {
            id: string;
            source: string;
            at: string;
        };
        /**
         * OwnRight
         * @description These fields are shown only to who has all of it, whatever their source allows.
         */
        OwnRight: {
            fields: string[];
            /**
             * @default [
             *       "*"
             *     ]
             */
            sources?: string[];
            /**
             * @default [
             *       "*"
             *     ]
             */
            purposes?: string[];
            /**
             * @default [
             *       "*"
             *     ]
             */
            functions?: string[];
            /** @default  */
            needs?: string;
        };
        /**
         * Pivot
         * @description A next question that a card offers: text `search-pivot-<key>`.
         */
        Pivot: {
            key: string;
            question: string;
            /** @enum {unknown} */
            kind: "address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin";
            /** @default  */
            title?: string;
            /** @default  */
            subtitle?: string;
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
        /**
         * PurposeSeen
         * @description The purpose as the log has it, with its title of today.
         */
        PurposeSeen: {
            code: string;
            title: string;
            basis: string;
            reference: string | null;
            issuer: ("case" | "control" | "incident" | "self") | null;
            reason: string | null;
        };
        /**
         * PurposeShown
         * @description The purpose under which a lookup runs.
         */
        PurposeShown: {
            code: string;
            title: string;
            basis: string;
            /** @default null */
            reference?: string | null;
            /** @default null */
            issuer?: ("case" | "control" | "incident" | "self") | null;
        };
        /**
         * QuestionBox
         * @description What the question's field may offer this officer.
         */
        QuestionBox: {
            recent: boolean;
            kinds: ("address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin")[];
        };
        /**
         * QuotaSeen
         * @description 0: no limit.
         */
        QuotaSeen: {
            per_second: number;
            per_day: number;
            today: number;
            per_day_organisation: number;
            today_organisation: number;
        };
        /**
         * Reading
         * @description One way to understand what was typed.
         */
        Reading: {
            /** @enum {unknown} */
            kind: "address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin";
            normal: string;
            /** @default {} */
            facts?: {
                [key: string]: string;
            };
            /** @default null */
            country?: string | null;
            /** @default false */
            certain?: boolean;
            /** @default [] */
            warnings?: string[];
            /** @default  */
            beside?: string;
            /** @default  */
            asks?: string;
            /** @default 1 */
            plausibility?: number;
        };
        /**
         * Ready
         * @description `reads`: false without the extra `focus[ocr]`; typing is the way then.
         */
        Ready: {
            reads: boolean;
        };
        /**
         * Reason
         * @description Why the verdict is what it is; the gravest first. Text `search-warning-<code>` with `params`.
         */
        Reason: {
            code: string;
            /** @enum {unknown} */
            word: "attention" | "breach" | "danger" | "stolen" | "wanted";
            /** @enum {unknown} */
            tone: "amber" | "red";
            source: string;
            card: string;
            /** @default {} */
            params?: {
                [key: string]: string;
            };
            /** @default  */
            check?: string;
        };
        /**
         * Retry
         * @description Ask these sources once more.
         */
        Retry: {
            sources: string[];
        };
        /**
         * ScanRead
         * @description What a picture holds.
         */
        ScanRead: {
            /** @enum {unknown} */
            found: "mrz" | "nothing" | "plate";
            /** @default  */
            question?: string;
            /** @default [] */
            readings?: components["schemas"]["Reading"][];
        };
        /**
         * SearchSettings
         * @description Search, per organisation.
         */
        SearchSettings: {
            /** @default true */
            recent_questions?: boolean;
            /** @default [] */
            rights?: components["schemas"]["OwnRight"][];
        };
        /**
         * Share
         * @description What became of the questions of a while that begins at `at`.
         */
        Share: {
            at: string;
            /** @default 0 */
            answered?: number;
            /** @default 0 */
            silent?: number;
            /** @default 0 */
            failed?: number;
            /** @default null */
            median_ms?: number | null;
        };
        /**
         * SlotSeen
         * @description Five minutes of one source; `failed` by reason, whose texts are `search-source-<reason>`.
         */
        SlotSeen: {
            at: string;
            answered: number;
            empty: number;
            failed: {
                [key: string]: number;
            };
            median_ms: number | null;
            p95_ms: number | null;
            breaker_open: boolean;
        };
        /**
         * SourceHealth
         * @description One source over the hours asked for.
         */
        SourceHealth: {
            name: string;
            short: string;
            title: string;
            kind: string;
            good: boolean | null;
            reason: string;
            since: string | null;
            asked_at: string | null;
            failed_reason: string;
            failed_at: string | null;
            next_try: string | null;
            why: string;
            faults: components["schemas"]["FaultSeen"][];
            insecure: boolean;
            asked: number;
            answered: number;
            silent: number;
            failed: {
                [key: string]: number;
            };
            unread: number;
            median_ms: number | null;
            p95_ms: number | null;
            breaker_open: boolean;
            last_good: string | null;
            hour: components["schemas"]["Share"];
            strip: components["schemas"]["Share"][];
            drift: components["schemas"]["DriftSeen"][];
            quota: components["schemas"]["QuotaSeen"] | null;
            listed: components["schemas"]["ListSeen"] | null;
            slots: components["schemas"]["SlotSeen"][];
        };
        /**
         * SourceLine
         * @description A source changed its state; `reason` has the text `search-source-<reason>`.
         */
        SourceLine: {
            /** @enum {unknown} */
            kind: "source";
            name: string;
            /** @enum {unknown} */
            state: "answered" | "asked" | "cancelled" | "closed" | "empty" | "failed" | "silent" | "slow" | "unsuited";
            /** @default null */
            reason?: string | null;
            /** @default 0 */
            records?: number;
            /** @default 0 */
            unread?: number;
            /** @default 0 */
            ms?: number;
        };
        /**
         * SourceShown
         * @description A source as this officer may see it.
         */
        SourceShown: {
            name: string;
            short: string;
            title: string;
            matters: ("address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin")[];
            legal: string[];
            open: boolean;
            /** @default  */
            reason?: string;
        };
        /**
         * SourceTest
         * @description One question to one source. `id` is made by the app, so that a double tap asks once.
         */
        SourceTest: {
            /** Format: uuid */
            id: string;
            source: string;
            question: string;
            reason: string;
            /** @default null */
            purpose?: string | null;
            /** @default null */
            reference?: string | null;
        };
        /**
         * SourceTested
         * @description How the source fared.
         */
        SourceTested: {
            source: string;
            /** @enum {unknown} */
            kind: "address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin";
            normal: string;
            /** @enum {unknown} */
            state: "answered" | "empty" | "failed" | "silent";
            reason: string;
            ms: number;
            deadline_ms: number;
            records: number;
            unread: number;
            warnings: number;
            mapped: components["schemas"]["FieldMapped"][];
            drift: components["schemas"]["Drift"][];
            words: components["schemas"]["Wording"];
        };
        /**
         * SourcesSeen
         * @description How many sources did what.
         */
        SourcesSeen: {
            asked: number;
            answered: number;
            silent: number;
            failed: number;
            closed: number;
        };
        /**
         * Split
         * @description Not the same person, vehicle …: this record does not belong to this card.
         */
        Split: {
            /** Format: uuid */
            lookup: string;
            card: string;
            record: string;
        };
        /**
         * SplitDone
         * @description The cards that changed, the ids that are gone, the verdict if it changed.
         */
        SplitDone: {
            cards: components["schemas"]["Card"][];
            gone: string[];
            /** @default null */
            verdict?: components["schemas"]["VerdictLine"] | null;
        };
        /**
         * Stop
         * @description Ask no further.
         */
        Stop: {
            /** Format: uuid */
            lookup: string;
        };
        /**
         * Stopped
         * @description Whether there was something left to stop.
         */
        Stopped: {
            stopped: boolean;
        };
        /** UnderstandRequest */
        UnderstandRequest: {
            question: string;
        };
        /**
         * UnderstoodShown
         * @description All readings and what is wrong.
         */
        UnderstoodShown: {
            readings: components["schemas"]["Reading"][];
            problems: components["schemas"]["Unreadable"][];
        };
        /**
         * Unreadable
         * @description What it could have been, and what is wrong.
         */
        Unreadable: {
            /** @enum {unknown} */
            kind: "address" | "bis_number" | "company" | "document" | "name" | "name_birth" | "national_number" | "object" | "phone" | "plate" | "pv" | "vin";
            code: string;
            /** @default {} */
            params?: {
                [key: string]: string;
            };
        };
        /**
         * VerdictLine
         * @description The verdict so far: docs/decisions/0023-what-the-word-means.md.
         *
         *         At the end `answered` and `missing` add up to `expected`; before it the rest is still awaited.
         */
        VerdictLine: {
            /** @enum {unknown} */
            kind: "verdict";
            /** @enum {unknown} */
            level: "amber" | "green" | "pending" | "red";
            /** @enum {unknown} */
            word: "attention" | "breach" | "danger" | "not_all" | "not_found" | "nothing" | "stolen" | "wanted" | "who";
            reasons: components["schemas"]["Reason"][];
            answered: number;
            expected: number;
            /** @default [] */
            missing?: components["schemas"]["Missing"][];
            /** @default 0 */
            subjects?: number;
            /** @default false */
            final?: boolean;
        };
        /**
         * VerdictSeen
         * @description What the officer saw at the end.
         */
        VerdictSeen: {
            level: string;
            word: string;
        };
        /**
         * Warn
         * @description What makes a verdict red or amber; its text is `search-warning-<code>` with `params`.
         */
        Warn: {
            code: string;
            /** @enum {unknown} */
            tone: "amber" | "red";
            /** @enum {unknown} */
            word: "attention" | "breach" | "danger" | "stolen" | "wanted";
            /** @default {} */
            params?: {
                [key: string]: string;
            };
            /** @default  */
            action?: string;
            /** @default  */
            act?: string;
        };
        /**
         * Wording
         * @description Texts of words that the vocabulary does not have, by code, in one language.
         */
        Wording: {
            /** @default {} */
            facts?: {
                [key: string]: string;
            };
            /** @default {} */
            warnings?: {
                [key: string]: string;
            };
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
    "search.health": {
        parameters: {
            query?: {
                hours?: number;
                source?: string;
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
                    "application/json": components["schemas"]["SourceHealth"][];
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
    "search.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ask"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Opened"] | components["schemas"]["SourceLine"] | components["schemas"]["CardLine"] | components["schemas"]["GoneLine"] | components["schemas"]["CheckLine"] | components["schemas"]["VerdictLine"] | components["schemas"]["Closed"];
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
    "search.details": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lookup: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskDetails"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Opened"] | components["schemas"]["SourceLine"] | components["schemas"]["CardLine"] | components["schemas"]["GoneLine"] | components["schemas"]["CheckLine"] | components["schemas"]["VerdictLine"] | components["schemas"]["Closed"];
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
    "search.residents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lookup: string;
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
                    "application/x-ndjson": components["schemas"]["Opened"] | components["schemas"]["SourceLine"] | components["schemas"]["CardLine"] | components["schemas"]["GoneLine"] | components["schemas"]["CheckLine"] | components["schemas"]["VerdictLine"] | components["schemas"]["Closed"];
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
    "search.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lookup: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retry"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["Opened"] | components["schemas"]["SourceLine"] | components["schemas"]["CardLine"] | components["schemas"]["GoneLine"] | components["schemas"]["CheckLine"] | components["schemas"]["VerdictLine"] | components["schemas"]["Closed"];
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
    "search.my_lookups": {
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
                    "application/json": components["schemas"]["MyLookup"][];
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
    "search.question_box": {
        parameters: {
            query?: {
                purpose?: string;
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
                    "application/json": components["schemas"]["QuestionBox"];
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
    "search.rejoin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitDone"];
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
    "search.scan": {
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
                    "application/json": components["schemas"]["ScanRead"];
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
    "search.ready": {
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
                    "application/json": components["schemas"]["Ready"];
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
    "search.sources": {
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
                    "application/json": components["schemas"]["SourceShown"][];
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
    "search.split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitDone"];
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
    "search.stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Stop"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stopped"];
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
    "search.test_source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceTest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceTested"];
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
    "search.understand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnderstandRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnderstoodShown"];
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
