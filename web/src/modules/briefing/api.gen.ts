/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/briefing/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that this version was read. Once for all devices; a later version counts for earlier ones.
         * @description Say that this version was read. Once for all devices; a later version counts for earlier ones.
         */
        post: operations["briefing.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/answer-share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept what another organisation offers, for an audience of one's own, or decline it.
         * @description Accept what another organisation offers, for an audience of one's own, or decline it.
         *
         *     Raises OfferUnknown, OfferAnswered, ItemInvalid for an audience of nobody or of what is not here.
         */
        post: operations["briefing.answer_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/changed-since": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was published, revised or ended for oneself since a moment: one's last briefing.
         * @description What was published, revised or ended for oneself since a moment: one's last briefing.
         *
         *     Without `since`: since one last read an item, or the last 24 hours. At most the last 31 days.
         */
        get: operations["briefing.changed_since"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All drafts, the last changed first; one that is to be secret only for its author.
         * @description All drafts, the last changed first; one that is to be secret only for its author.
         */
        get: operations["briefing.drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/drop-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft away, unless a colleague changed it meanwhile.
         * @description Throw a draft away, unless a colleague changed it meanwhile.
         */
        post: operations["briefing.drop_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/import-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make drafts of the lines of a CSV text (`,`, `;` or tab) whose first line names its columns.
         * @description Make drafts of the lines of a CSV text (`,`, `;` or tab) whose first line names its columns.
         *
         *     All lines or none, unless `keep_good`. Each must be fit to be published. Without `units` and `functions`
         *     (codes, by blanks) a line is for the whole organisation. Raises ImportUnreadable.
         */
        post: operations["briefing.import_items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item with its sightings and with whom it is shared, also when it has ended.
         * @description One item with its sightings and with whom it is shared, also when it has ended.
         *
         *     None: there is no such item, or it is not for this person.
         */
        get: operations["briefing.item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Items that one may see, the newest first, 50 at a time; `before`: id of the last one seen.
         * @description Items that one may see, the newest first, 50 at a time; `before`: id of the last one seen.
         *
         *     `text`: in title, text or number; `author`: in the name.
         */
        post: operations["briefing.items"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/look-offline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a question that a phone answered by itself. `items`: those that it showed.
         * @description Log a question that a phone answered by itself. `items`: those that it showed.
         */
        post: operations["briefing.look_offline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other organisations offer and waits for an answer, the newest first; `all`: answered ones too.
         * @description What other organisations offer and waits for an answer, the newest first; `all`: answered ones too.
         */
        get: operations["briefing.offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/print-roll-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roll call as PDF; `?unit=` of a unit, else one's own. */
        get: operations["briefing.print_roll_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/print/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An item as PDF, in the reader's language around its own words. */
        get: operations["briefing.print_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft as it was on the screen: it gets its number and reaches whom it is for.
         * @description Publish a draft as it was on the screen: it gets its number and reaches whom it is for.
         *
         *     The item has the draft's id. Raises ItemInvalid, DraftChanged, DraftUnknown.
         */
        post: operations["briefing.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has read which version of an item, who has not, and whom no device of his reaches.
         * @description Who has read which version of an item, who has not, and whom no device of his reaches.
         *
         *     None: there is no such item, or it is not for this person.
         */
        get: operations["briefing.readers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall an item: it leaves all phones with a word why, here and wherever it was shared.
         * @description Recall an item: it leaves all phones with a word why, here and wherever it was shared.
         *
         *     Who was not reached yet stands in the view `shares`. Raises Unexplained, ItemEnded.
         */
        post: operations["briefing.recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/report-sighting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where and when it was seen: to the desk and to everybody whom the item is for.
         * @description Say where and when it was seen: to the desk and to everybody whom the item is for.
         *
         *     Also of an item that ended meanwhile: then only its desk sees it. Of what another organisation shared that
         *     one hears too, without the officer's name.
         */
        post: operations["briefing.report_sighting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a published item its next version. `version`: the one that was on the screen.
         * @description Give a published item its next version. `version`: the one that was on the screen.
         *
         *     Everybody is asked to read it anew, unless it is a minor correction, which says why. Without moments of
         *     validity it keeps those that it has. What was written without network is refused like any other once a
         *     colleague was first: its author decides. Raises ItemInvalid, ItemChanged with what a colleague made of it,
         *     ItemEnded, FromElsewhere, NothingChanged.
         */
        post: operations["briefing.revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/roll-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in force for a unit, or for oneself: urgent, then must-read, then the newest.
         * @description What is in force for a unit, or for oneself: urgent, then must-read, then the newest.
         */
        get: operations["briefing.roll_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/save-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a draft, or write it anew. `version`: the one that was on the screen, 0 for a new draft.
         * @description Write a draft, or write it anew. `version`: the one that was on the screen, 0 for a new draft.
         *
         *     It may be incomplete. Raises DraftChanged with what a colleague wrote meanwhile.
         */
        post: operations["briefing.save_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer an item to other organisations; its later versions and its recall follow by themselves.
         * @description Offer an item to other organisations; its later versions and its recall follow by themselves.
         *
         *     Raises NotToBeShared for what is handled within the unit or secretly, FromElsewhere, RecipientUnknown.
         */
        post: operations["briefing.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/briefing/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * To whom an item was offered and what they know of it; those not reached come first.
         * @description To whom an item was offered and what they know of it; those not reached come first.
         */
        get: operations["briefing.shares"];
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
        /** AcknowledgeRequest */
        AcknowledgeRequest: {
            /** Format: uuid */
            item: string;
            version: number;
        };
        /** AnswerShareRequest */
        AnswerShareRequest: {
            /** Format: uuid */
            offer: string;
            accept: boolean;
            /** @default {} */
            audience?: components["schemas"]["Audience"];
        };
        /**
         * Audience
         * @description Who is meant: the whole zone, or whoever is in any of these.
         */
        Audience: {
            /** @default false */
            whole?: boolean;
            /** @default [] */
            units?: string[];
            /** @default [] */
            functions?: string[];
            /** @default [] */
            wards?: string[];
            /** @default [] */
            persons?: string[];
        };
        /**
         * BriefingSettings
         * @description The briefing, per organisation.
         */
        BriefingSettings: {
            /** @default 14 */
            valid_days?: number;
            /** @default 365 */
            ended_days?: number;
            /** @default 5 */
            repeat_minutes?: number;
        };
        /**
         * Called
         * @description An item at the roll call.
         */
        Called: {
            /** Format: uuid */
            id: string;
            item: components["schemas"]["Item"];
            read: number;
            of: number;
            sightings: components["schemas"]["Sighting"][];
        };
        /**
         * Change
         * @description What one version changed. A minor one asks nobody to read anew.
         */
        Change: {
            version: number;
            at: string;
            fields: string[];
            /** @default false */
            minor?: boolean;
            /** @default  */
            why?: string;
        };
        /**
         * ChangedSince
         * @description What is new since somebody's last briefing.
         */
        ChangedSince: {
            since: string;
            at: string;
            items: components["schemas"]["Item"][];
            ended: components["schemas"]["Ended"][];
        };
        /**
         * Contact
         * @description Whom to call.
         */
        Contact: {
            /** @default  */
            name?: string;
            /** @default  */
            service?: string;
            /** @default  */
            phone?: string;
        };
        /**
         * Draft
         * @description What a desk writes of an item.
         */
        Draft: {
            /** @enum {unknown} */
            kind: "attention" | "event" | "instruction" | "missing_person" | "object" | "operation" | "vehicle" | "wanted_person";
            title: string;
            /** @default  */
            text?: string;
            /**
             * @default nl
             * @enum {unknown}
             */
            language?: "de" | "en" | "fr" | "nl";
            /**
             * @default normal
             * @enum {unknown}
             */
            priority?: "high" | "normal" | "urgent";
            /**
             * @default police
             * @enum {unknown}
             */
            handling?: "open" | "police" | "secret" | "unit";
            /** @default false */
            must_read?: boolean;
            /** @default  */
            expected?: string;
            /** @default {} */
            contact?: components["schemas"]["Contact"];
            /** @default  */
            place?: string;
            /** @default null */
            area?: Record<string, never> | null;
            /** @default {} */
            audience?: components["schemas"]["Audience"];
            /** @default null */
            valid_from?: string | null;
            /** @default null */
            valid_to?: string | null;
            /** @default  */
            source?: string;
            /** @default null */
            verified_at?: string | null;
            /** @default [] */
            subjects?: components["schemas"]["Subject"][];
        };
        /**
         * DraftDropped
         * @description A draft was thrown away.
         */
        DraftDropped: {
            /** Format: uuid */
            draft: string;
        };
        /**
         * DraftSaved
         * @description There is a draft, or it says something else.
         */
        DraftSaved: {
            /** Format: uuid */
            draft: string;
            version: number;
        };
        /**
         * DraftShown
         * @description A draft; `version` goes back with the next save.
         */
        DraftShown: {
            /** Format: uuid */
            id: string;
            version: number;
            content: components["schemas"]["Draft"];
            author: string;
            changed_at: string;
        };
        /** DropDraftRequest */
        DropDraftRequest: {
            /** Format: uuid */
            draft: string;
            version: number;
        };
        /**
         * Ended
         * @description An item that no longer counts, and why.
         */
        Ended: {
            /** Format: uuid */
            id: string;
            number: string;
            title: string;
            /** @enum {unknown} */
            state: "expired" | "published" | "recalled";
            why: string;
            at: string;
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
        /** ImportItemsRequest */
        ImportItemsRequest: {
            table: string;
            /** @default false */
            dry_run?: boolean;
            /** @default false */
            keep_good?: boolean;
        };
        /**
         * Item
         * @description An item as phones hold it, from its publication to its end.
         */
        Item: {
            /** Format: uuid */
            id: string;
            number: string;
            version: number;
            asks: number;
            /**
             * @default published
             * @enum {unknown}
             */
            state?: "expired" | "published" | "recalled";
            content: components["schemas"]["Draft"];
            published_at: string;
            author: string;
            /** @default  */
            service?: string;
            /** @default [] */
            changes?: components["schemas"]["Change"][];
            /** @default null */
            origin?: components["schemas"]["Origin"] | null;
            /** @default  */
            why?: string;
        };
        /**
         * ItemLine
         * @description A line of the desk's list.
         */
        ItemLine: {
            /** Format: uuid */
            id: string;
            number: string;
            version: number;
            /** @enum {unknown} */
            state: "expired" | "published" | "recalled";
            /** @enum {unknown} */
            kind: "attention" | "event" | "instruction" | "missing_person" | "object" | "operation" | "vehicle" | "wanted_person";
            /** @enum {unknown} */
            priority: "high" | "normal" | "urgent";
            /** @enum {unknown} */
            handling: "open" | "police" | "secret" | "unit";
            must_read: boolean;
            title: string;
            author: string;
            published_at: string;
            valid_from: string;
            valid_to: string;
            ended_at: string | null;
            read: number;
            of: number;
            sightings: number;
            origin: string;
            shared: number;
            unreached: number;
        };
        /**
         * ItemPublished
         * @description A draft became an item.
         */
        ItemPublished: {
            /** Format: uuid */
            item: string;
            number: string;
            version: number;
            priority: string;
            meant_for: number;
        };
        /**
         * ItemRead
         * @description Somebody has read a version of an item.
         */
        ItemRead: {
            /** Format: uuid */
            item: string;
            version: number;
            at: string;
        };
        /**
         * ItemRecalled
         * @description An item counts no more. `told`: the offers whose organisations are being told.
         */
        ItemRecalled: {
            /** Format: uuid */
            item: string;
            told: string[];
        };
        /**
         * ItemRevised
         * @description An item says something else. `fields`: names of what was changed; `minor`: receipts were kept.
         */
        ItemRevised: {
            /** Format: uuid */
            item: string;
            version: number;
            asks: number;
            minor: boolean;
            fields: string[];
        };
        /**
         * ItemShared
         * @description An item was offered to other organisations; those that had it already are left out.
         */
        ItemShared: {
            /** Format: uuid */
            item: string;
            organisations: string[];
            offers: string[];
        };
        /**
         * ItemShown
         * @description An item with all that belongs to it.
         */
        ItemShown: {
            /** Format: uuid */
            id: string;
            item: components["schemas"]["Item"];
            ended_at: string | null;
            read: number;
            of: number;
            sightings: components["schemas"]["Sighting"][];
            shares: components["schemas"]["ShareShown"][];
        };
        /**
         * ItemsImported
         * @description A table was read; so many of its lines became drafts. Nothing, where `dry_run` or a fault kept it.
         */
        ItemsImported: {
            lines: number;
            good: number;
            dry_run: boolean;
            /** @default [] */
            drafts?: string[];
            /** @default [] */
            problems?: components["schemas"]["LineProblem"][];
        };
        /** ItemsRequest */
        ItemsRequest: {
            /** @default null */
            kind?: ("attention" | "event" | "instruction" | "missing_person" | "object" | "operation" | "vehicle" | "wanted_person") | null;
            /** @default null */
            priority?: ("high" | "normal" | "urgent") | null;
            /** @default null */
            state?: ("expired" | "published" | "recalled") | null;
            /** @default  */
            text?: string;
            /** @default  */
            author?: string;
            /** @default null */
            before?: string | null;
        };
        /**
         * LineProblem
         * @description What is wrong with a line: `path` names its column, never the value.
         */
        LineProblem: {
            line: number;
            path: string;
            code: string;
        };
        /** LookOfflineRequest */
        LookOfflineRequest: {
            /** Format: uuid */
            id: string;
            question: string;
            kind: string;
            at: string;
            /** @default [] */
            items?: string[];
            /** @default null */
            purpose?: components["schemas"]["PurposeGiven"] | null;
        };
        /**
         * LookedOffline
         * @description Somebody asked the briefing on his phone, without network.
         */
        LookedOffline: {
            /** Format: uuid */
            id: string;
            question: string;
            reading: string;
            items: string[];
            at: string;
            explained: boolean;
        };
        /**
         * OfferSettled
         * @description What another organisation offered became an item here, or was declined: then there is no `item`.
         */
        OfferSettled: {
            /** Format: uuid */
            offer: string;
            accepted: boolean;
            /** @default null */
            item?: string | null;
            /** @default  */
            number?: string;
        };
        /**
         * OfferShown
         * @description What another organisation offers.
         */
        OfferShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisation: string;
            name: string;
            number: string;
            version: number;
            content: components["schemas"]["Draft"];
            /** @enum {unknown} */
            state: "accepted" | "declined" | "offered";
            at: string;
            answered_at: string | null;
            open: boolean;
            recalled: boolean;
            why: string;
            copy: string | null;
        };
        /**
         * Origin
         * @description The organisation that shared it, and its item there.
         */
        Origin: {
            /** Format: uuid */
            organisation: string;
            name: string;
            /** Format: uuid */
            item: string;
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
        /** PublishRequest */
        PublishRequest: {
            /** Format: uuid */
            draft: string;
            version: number;
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
         * Reader
         * @description One of those an item is meant for.
         */
        Reader: {
            /** Format: uuid */
            person: string;
            name: string;
            function: string;
            /** @default null */
            read_at?: string | null;
            /** @default null */
            version?: number | null;
            /** @default true */
            reachable?: boolean;
        };
        /**
         * Readers
         * @description Who has read an item. `id` is the item's; who has not comes first, by name.
         */
        Readers: {
            /** Format: uuid */
            id: string;
            version: number;
            asks: number;
            readers: components["schemas"]["Reader"][];
        };
        /** RecallRequest */
        RecallRequest: {
            /** Format: uuid */
            item: string;
            why: string;
        };
        /** ReportSightingRequest */
        ReportSightingRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            /** @default null */
            at?: string | null;
            /** @default  */
            text?: string;
            /** @default  */
            place?: string;
            /** @default null */
            spot?: components["schemas"]["Spot"] | null;
        };
        /** ReviseRequest */
        ReviseRequest: {
            /** Format: uuid */
            item: string;
            content: components["schemas"]["Draft"];
            version: number;
            /** @default false */
            minor?: boolean;
            /** @default  */
            why?: string;
        };
        /**
         * RollCall
         * @description What is in force for a unit: urgent, then must-read, then the newest.
         */
        RollCall: {
            at: string;
            unit: string | null;
            unit_name: string;
            items: components["schemas"]["Called"][];
        };
        /** SaveDraftRequest */
        SaveDraftRequest: {
            /** Format: uuid */
            draft: string;
            content: components["schemas"]["Draft"];
            /** @default 0 */
            version?: number;
        };
        /** ShareRequest */
        ShareRequest: {
            /** Format: uuid */
            item: string;
            organisations: string[];
        };
        /**
         * ShareShown
         * @description An offer to another organisation.
         */
        ShareShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisation: string;
            name: string;
            /** @enum {unknown} */
            state: "accepted" | "declined" | "offered";
            at: string;
            answered_at: string | null;
            version: number;
            reached: boolean;
            tried_at: string | null;
            trouble: string;
        };
        /**
         * Sighting
         * @description Seen at …: back to the desk and to everybody the item is for.
         */
        Sighting: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            at: string;
            by: string;
            /** @default  */
            text?: string;
            /** @default  */
            place?: string;
            /** @default null */
            spot?: components["schemas"]["Spot"] | null;
            /** @default [] */
            to?: string[];
        };
        /**
         * SightingReported
         * @description Somebody saw what an item is about. Words and places stand in the row; not in the log.
         */
        SightingReported: {
            /** Format: uuid */
            sighting: string;
            /** Format: uuid */
            item: string;
            at: string;
            placed: boolean;
        };
        /**
         * Spot
         * @description Where a device was; `accuracy` in metres.
         */
        Spot: {
            longitude: number;
            latitude: number;
            /** @default null */
            accuracy?: number | null;
        };
        /**
         * Subject
         * @description A person, vehicle, document or object that an item is about: a hit in Search and on the watch list.
         */
        Subject: {
            /** @enum {unknown} */
            kind: "document" | "object" | "person" | "vehicle";
            /** @default  */
            family_name?: string;
            /** @default  */
            given_names?: string;
            /** @default null */
            birth_date?: string | null;
            /** @default  */
            national_number?: string;
            /** @default  */
            plate?: string;
            /** @default  */
            country?: string;
            /** @default  */
            number?: string;
            /** @default  */
            described?: string;
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
    "briefing.acknowledge": {
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
                "application/json": components["schemas"]["AcknowledgeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemRead"];
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
    "briefing.answer_share": {
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
                "application/json": components["schemas"]["AnswerShareRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferSettled"];
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
    "briefing.changed_since": {
        parameters: {
            query?: {
                since?: string | null;
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
                    "application/json": components["schemas"]["ChangedSince"];
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
    "briefing.drafts": {
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
                    "application/json": components["schemas"]["DraftShown"][];
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
    "briefing.drop_draft": {
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
                "application/json": components["schemas"]["DropDraftRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDropped"];
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
    "briefing.import_items": {
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
                "application/json": components["schemas"]["ImportItemsRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsImported"];
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
    "briefing.item": {
        parameters: {
            query: {
                item: string;
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
                    "application/json": components["schemas"]["ItemShown"] | null;
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
    "briefing.items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemsRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemLine"][];
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
    "briefing.look_offline": {
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
                "application/json": components["schemas"]["LookOfflineRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedOffline"];
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
    "briefing.offers": {
        parameters: {
            query?: {
                all?: boolean;
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
                    "application/json": components["schemas"]["OfferShown"][];
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
    "briefing.print_roll_call": {
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
                    "application/pdf": string;
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
    "briefing.print_item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
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
                    "application/pdf": string;
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
    "briefing.publish": {
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
                "application/json": components["schemas"]["PublishRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPublished"];
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
    "briefing.readers": {
        parameters: {
            query: {
                item: string;
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
                    "application/json": components["schemas"]["Readers"] | null;
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
    "briefing.recall": {
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
                "application/json": components["schemas"]["RecallRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemRecalled"];
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
    "briefing.report_sighting": {
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
                "application/json": components["schemas"]["ReportSightingRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SightingReported"];
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
    "briefing.revise": {
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
                "application/json": components["schemas"]["ReviseRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemRevised"];
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
    "briefing.roll_call": {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["RollCall"];
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
    "briefing.save_draft": {
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
                "application/json": components["schemas"]["SaveDraftRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSaved"];
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
    "briefing.share": {
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
                "application/json": components["schemas"]["ShareRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemShared"];
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
    "briefing.shares": {
        parameters: {
            query: {
                item: string;
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
                    "application/json": components["schemas"]["ShareShown"][];
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
