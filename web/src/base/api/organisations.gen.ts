/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/organisations/add-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a person whom the organisation employs; he can do nothing before he has a post.
         * @description Add a person whom the organisation employs; he can do nothing before he has a post.
         */
        post: operations["organisations.add_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/change-setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change settings of a module; those not named keep their value.
         * @description Change settings of a module; those not named keep their value.
         */
        post: operations["organisations.change_setting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/check-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a CSV file (base64) without importing it, and name every bad line.
         * @description Read a CSV file (base64) without importing it, and name every bad line.
         */
        post: operations["organisations.check_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/close-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an organisation that has no successor; nobody works in it after its last day.
         * @description End an organisation that has no successor; nobody works in it after its last day.
         */
        post: operations["organisations.close_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/close-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The person leaves; all his posts, elsewhere too, stop counting after that day.
         * @description The person leaves; all his posts, elsewhere too, stop counting after that day.
         */
        post: operations["organisations.close_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/close-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a unit once nothing and nobody stands in it any longer.
         * @description End a unit once nothing and nobody stands in it any longer.
         */
        post: operations["organisations.close_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/close-ward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a ward.
         * @description End a ward.
         */
        post: operations["organisations.close_ward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/create-function": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a function with what it permits by default.
         * @description Add a function with what it permits by default.
         */
        post: operations["organisations.create_function"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/create-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a function here, for a time. `home` employs him; another one must lend him by a grant.
         * @description Give a person a function here, for a time. `home` employs him; another one must lend him by a grant.
         */
        post: operations["organisations.create_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/create-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a service or team, under another unit or at the top.
         * @description Add a service or team, under another unit or at the top.
         */
        post: operations["organisations.create_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/create-ward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a ward; `area` is a GeoJSON Polygon or MultiPolygon in degrees, longitude first.
         * @description Add a ward; `area` is a GeoJSON Polygon or MultiPolygon in degrees, longitude first.
         */
        post: operations["organisations.create_ward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organisations by kind and code: those in force on a day (default today), or with `past` all.
         * @description Organisations by kind and code: those in force on a day (default today), or with `past` all.
         */
        get: operations["organisations.directory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/edit-function": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change what a function permits, from now on and for everybody in it; or take it out of use.
         * @description Change what a function permits, from now on and for everybody in it; or take it out of use.
         */
        post: operations["organisations.edit_function"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/edit-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace what is known of a person.
         * @description Replace what is known of a person.
         */
        post: operations["organisations.edit_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/edit-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change units, wards and own permissions of a post, from now on; what it permitted stays known.
         * @description Change units, wards and own permissions of a post, from now on; what it permitted stays known.
         */
        post: operations["organisations.edit_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/edit-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a unit or move it in the tree.
         * @description Rename a unit or move it in the tree.
         */
        post: operations["organisations.edit_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/edit-ward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename a ward or draw it anew.
         * @description Rename a ward or draw it anew.
         */
        post: operations["organisations.edit_ward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/end-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a post now or at a later moment.
         * @description End a post now or at a later moment.
         */
        post: operations["organisations.end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/found-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Found an organisation with the default functions and purposes of its kind.
         * @description Found an organisation with the default functions and purposes of its kind.
         */
        post: operations["organisations.found_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Functions with what they permit now.
         * @description Functions with what they permit now.
         */
        get: operations["organisations.functions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/give-grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share `what` with another organisation, on a legal basis; it ends by itself or is revoked.
         * @description Share `what` with another organisation, on a legal basis; it ends by itself or is revoked.
         */
        post: operations["organisations.give_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one's organisation shares, and what is shared with it.
         * @description What one's organisation shares, and what is shared with it.
         */
        get: operations["organisations.grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/import-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a CSV file (base64): all of it, or with `keep_good` its good lines.
         * @description Import a CSV file (base64): all of it, or with `keep_good` its good lines.
         */
        post: operations["organisations.import_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/merge-organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several organisations become one on a day; each keeps its own records, closed.
         * @description Several organisations become one on a day; each keeps its own records, closed.
         */
        post: operations["organisations.merge_organisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every installed module: on or off here, on trial where, and with which settings.
         * @description Every installed module: on or off here, on trial where, and with which settings.
         */
        get: operations["organisations.modules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own organisation.
         * @description One's own organisation.
         */
        get: operations["organisations.organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People whom the organisation employs on a day (default today), or with `past` ever employed.
         * @description People whom the organisation employs on a day (default today), or with `past` ever employed.
         */
        get: operations["organisations.people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Posts held at a moment (default now) with their holders, or with `past` all there ever were.
         * @description Posts held at a moment (default now) with their holders, or with `past` all there ever were.
         */
        get: operations["organisations.posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/rename-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change names and official languages: one's own, or another's when one's organisation governs.
         * @description Change names and official languages: one's own, or another's when one's organisation governs.
         */
        post: operations["organisations.rename_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/revoke-grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a grant now.
         * @description End a grant now.
         */
        post: operations["organisations.revoke_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/split-organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One organisation becomes several on a day.
         * @description One organisation becomes several on a day.
         */
        post: operations["organisations.split_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/switch-module-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a module off, at once; its data stay with the organisation.
         * @description Switch a module off, at once; its data stay with the organisation.
         */
        post: operations["organisations.switch_module_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/switch-module-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a module on, at once, for everybody or for some units on trial.
         * @description Switch a module on, at once, for everybody or for some units on trial.
         */
        post: operations["organisations.switch_module_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units in force on a day, default today.
         * @description Units in force on a day, default today.
         */
        get: operations["organisations.units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wards in force on a day, default today, with the posts of their officers.
         * @description Wards in force on a day, default today, with the posts of their officers.
         */
        get: operations["organisations.wards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/wards-at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wards that contain a point, the smallest first.
         * @description Wards that contain a point, the smallest first.
         */
        post: operations["organisations.wards_at"];
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
        /** AddPersonRequest */
        AddPersonRequest: {
            personnel_number: string;
            family_name: string;
            given_names: string;
            /** @enum {unknown} */
            language: "de" | "en" | "fr" | "nl";
            /** @default null */
            title?: string | null;
            /** @default null */
            rank?: string | null;
            /** @default [] */
            languages?: ("de" | "en" | "fr" | "nl")[];
            /** @default null */
            email?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            valid_from?: string | null;
            /** @default null */
            valid_to?: string | null;
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
        /** ChangeSettingRequest */
        ChangeSettingRequest: {
            name: string;
            values: Record<string, never>;
        };
        /** CheckFileRequest */
        CheckFileRequest: {
            /** @enum {unknown} */
            subject: "organisations" | "people" | "posts" | "units";
            content: string;
        };
        /** CloseOrganisationRequest */
        CloseOrganisationRequest: {
            /** Format: uuid */
            organisation: string;
            /** Format: date */
            last_day: string;
        };
        /** ClosePersonRequest */
        ClosePersonRequest: {
            /** Format: uuid */
            person: string;
            /** Format: date */
            last_day: string;
        };
        /** CloseUnitRequest */
        CloseUnitRequest: {
            /** Format: uuid */
            unit: string;
            /** Format: date */
            last_day: string;
        };
        /** CloseWardRequest */
        CloseWardRequest: {
            /** Format: uuid */
            ward: string;
            /** Format: date */
            last_day: string;
        };
        /** CreateFunctionRequest */
        CreateFunctionRequest: {
            code: string;
            names: {
                [key: string]: string;
            };
            permissions: string[];
        };
        /** CreatePostRequest */
        CreatePostRequest: {
            /** Format: uuid */
            person: string;
            function: string;
            /** @default null */
            home?: string | null;
            /** @default [] */
            units?: string[];
            /** @default [] */
            wards?: string[];
            /** @default [] */
            added?: string[];
            /** @default [] */
            withdrawn?: string[];
            /** @default null */
            starts_at?: string | null;
            /** @default null */
            ends_at?: string | null;
        };
        /** CreateUnitRequest */
        CreateUnitRequest: {
            code: string;
            names: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            kind: "service" | "team";
            /** @default null */
            parent?: string | null;
            /** @default null */
            valid_from?: string | null;
        };
        /** CreateWardRequest */
        CreateWardRequest: {
            code: string;
            names: {
                [key: string]: string;
            };
            area: Record<string, never>;
            /** @default null */
            valid_from?: string | null;
        };
        /**
         * CsvProblem
         * @description One thing that is wrong with one line.
         */
        CsvProblem: {
            line: number;
            column: string | null;
            code: string;
            /** @default {} */
            params?: {
                [key: string]: string | number;
            };
            /** @default  */
            message?: string;
        };
        /** EditFunctionRequest */
        EditFunctionRequest: {
            function: string;
            names: {
                [key: string]: string;
            };
            permissions: string[];
            /** @default true */
            active?: boolean;
        };
        /** EditPersonRequest */
        EditPersonRequest: {
            /** Format: uuid */
            person: string;
            personnel_number: string;
            family_name: string;
            given_names: string;
            /** @enum {unknown} */
            language: "de" | "en" | "fr" | "nl";
            /** Format: date */
            valid_from: string;
            /** @default null */
            title?: string | null;
            /** @default null */
            rank?: string | null;
            /** @default [] */
            languages?: ("de" | "en" | "fr" | "nl")[];
            /** @default null */
            email?: string | null;
            /** @default null */
            phone?: string | null;
            /** @default null */
            valid_to?: string | null;
        };
        /** EditPostRequest */
        EditPostRequest: {
            /** Format: uuid */
            post: string;
            units: string[];
            wards: string[];
            added: string[];
            withdrawn: string[];
        };
        /** EditUnitRequest */
        EditUnitRequest: {
            /** Format: uuid */
            unit: string;
            code: string;
            names: {
                [key: string]: string;
            };
            /** @enum {unknown} */
            kind: "service" | "team";
            /** @default null */
            parent?: string | null;
        };
        /** EditWardRequest */
        EditWardRequest: {
            /** Format: uuid */
            ward: string;
            code: string;
            names: {
                [key: string]: string;
            };
            area: Record<string, never>;
        };
        /** EndPostRequest */
        EndPostRequest: {
            /** Format: uuid */
            post: string;
            /** @default null */
            at?: string | null;
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
         * FileImported
         * @description A file of organisations, units, people or posts came in; `bad` lines were left out.
         */
        FileImported: {
            subject: string;
            encoding: string;
            separator: string;
            lines: number;
            new: number;
            changed: number;
            unchanged: number;
            bad: number;
        };
        /** FoundOrganisationRequest */
        FoundOrganisationRequest: {
            /** @enum {unknown} */
            kind: "court" | "federal_unit" | "justice_house" | "municipality" | "oversight" | "prison" | "prosecutor" | "support" | "zone";
            code: string;
            names: {
                [key: string]: string;
            };
            languages: ("de" | "en" | "fr" | "nl")[];
            /** @default null */
            valid_from?: string | null;
            /** @default false */
            governs?: boolean;
        };
        /**
         * Function
         * @description What somebody does, and what that permits by default.
         */
        Function: {
            code: string;
            names: {
                [key: string]: string;
            };
            permissions: string[];
            active: boolean;
        };
        /** FunctionCreated */
        FunctionCreated: {
            function: string;
            permissions: string[];
        };
        /** FunctionEdited */
        FunctionEdited: {
            function: string;
            permissions: string[];
            before: string[];
            active: boolean;
        };
        /** GiveGrantRequest */
        GiveGrantRequest: {
            /** Format: uuid */
            recipient: string;
            what: string;
            basis: string;
            /** @default null */
            subject?: string | null;
            /** @default [] */
            fields?: string[];
            /** @default null */
            purpose?: string | null;
            /** @default null */
            starts_at?: string | null;
            /** @default null */
            ends_at?: string | null;
            /** @default false */
            onward?: boolean;
        };
        /**
         * Grant
         * @description What one organisation lets another one see or use.
         */
        Grant: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            owner_id: string;
            /** Format: uuid */
            recipient_id: string;
            what: string;
            subject_id: string | null;
            fields: string[];
            purpose: string | null;
            basis: string;
            starts_at: string;
            ends_at: string | null;
            onward: boolean;
            revoked_at: string | null;
            revoked_reason: string | null;
        };
        /** GrantGiven */
        GrantGiven: {
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            recipient: string;
            what: string;
            subject: string | null;
            fields: string[];
            purpose: string | null;
            onward: boolean;
            basis: string;
            starts_at: string;
            ends_at: string | null;
        };
        /** GrantRevoked */
        GrantRevoked: {
            /** Format: uuid */
            grant: string;
            /** Format: uuid */
            recipient: string;
            reason: string | null;
        };
        /**
         * Grants
         * @description Grants in both directions, the ended ones included.
         */
        Grants: {
            given: components["schemas"]["Grant"][];
            received: components["schemas"]["Grant"][];
        };
        /**
         * Holder
         * @description Who holds a post, as colleagues see him.
         */
        Holder: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organisation_id: string;
            name: string;
            initials: string;
            title: string | null;
            rank: string | null;
            /** @enum {unknown} */
            language: "de" | "en" | "fr" | "nl";
            languages: string[];
            email: string | null;
            phone: string | null;
        };
        /** ImportFileRequest */
        ImportFileRequest: {
            /** @enum {unknown} */
            subject: "organisations" | "people" | "posts" | "units";
            content: string;
            /** @default false */
            keep_good?: boolean;
        };
        /**
         * ImportReport
         * @description What was, or with `dry_run` would be, imported.
         */
        ImportReport: {
            subject: string;
            encoding: string;
            separator: string;
            lines: number;
            /** @default 0 */
            new?: number;
            /** @default 0 */
            changed?: number;
            /** @default 0 */
            unchanged?: number;
            /** @default 0 */
            bad?: number;
            /** @default [] */
            problems?: components["schemas"]["CsvProblem"][];
            /** @default false */
            dry_run?: boolean;
            /** @default false */
            imported?: boolean;
        };
        /** MergeOrganisationsRequest */
        MergeOrganisationsRequest: {
            predecessors: string[];
            /** Format: uuid */
            successor: string;
            /** Format: date */
            since: string;
        };
        /**
         * ModuleState
         * @description An installed module, as an organisation has it.
         */
        ModuleState: {
            name: string;
            icon: string;
            title: string;
            on: boolean;
            always_on: boolean;
            pilot_units: string[];
            requires: string[];
            settings: Record<string, never> | null;
        };
        /** ModuleSwitchedOff */
        ModuleSwitchedOff: {
            module_name: string;
        };
        /** ModuleSwitchedOn */
        ModuleSwitchedOn: {
            module_name: string;
            pilot_units: string[];
        };
        /**
         * Organisation
         * @description An organisation as itself sees it.
         */
        Organisation: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "court" | "federal_unit" | "justice_house" | "municipality" | "oversight" | "prison" | "prosecutor" | "support" | "zone";
            code: string;
            names: {
                [key: string]: string;
            };
            languages: ("de" | "en" | "fr" | "nl")[];
            /** Format: date */
            valid_from: string;
            /** @default null */
            valid_to?: string | null;
            /** @default [] */
            successors?: string[];
            /** @default false */
            governs?: boolean;
            /** @default [] */
            predecessors?: string[];
        };
        /** OrganisationClosed */
        OrganisationClosed: {
            /** Format: uuid */
            organisation: string;
            /** Format: date */
            last_day: string;
        };
        /**
         * OrganisationEntry
         * @description What anybody may know of an organisation.
         */
        OrganisationEntry: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "court" | "federal_unit" | "justice_house" | "municipality" | "oversight" | "prison" | "prosecutor" | "support" | "zone";
            code: string;
            names: {
                [key: string]: string;
            };
            languages: ("de" | "en" | "fr" | "nl")[];
            /** Format: date */
            valid_from: string;
            /** @default null */
            valid_to?: string | null;
            /** @default [] */
            successors?: string[];
        };
        /** OrganisationFounded */
        OrganisationFounded: {
            /** Format: uuid */
            organisation: string;
            kind: string;
            code: string;
        };
        /** OrganisationRenamed */
        OrganisationRenamed: {
            /** Format: uuid */
            organisation: string;
        };
        /** OrganisationSplit */
        OrganisationSplit: {
            /** Format: uuid */
            predecessor: string;
            successors: string[];
            /** Format: date */
            since: string;
        };
        /** OrganisationsMerged */
        OrganisationsMerged: {
            predecessors: string[];
            /** Format: uuid */
            successor: string;
            /** Format: date */
            since: string;
        };
        /**
         * Person
         * @description A human being, kept once, by the organisation that employs him.
         */
        Person: {
            /** Format: uuid */
            id: string;
            personnel_number: string;
            family_name: string;
            given_names: string;
            title: string | null;
            rank: string | null;
            /** @enum {unknown} */
            language: "de" | "en" | "fr" | "nl";
            languages: string[];
            email: string | null;
            phone: string | null;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
        };
        /** PersonAdded */
        PersonAdded: {
            /** Format: uuid */
            person: string;
        };
        /** PersonEdited */
        PersonEdited: {
            /** Format: uuid */
            person: string;
        };
        /** PersonLeft */
        PersonLeft: {
            /** Format: uuid */
            person: string;
            /** Format: date */
            last_day: string;
        };
        /**
         * Post
         * @description A person in a function of an organisation, for a time.
         */
        Post: {
            /** Format: uuid */
            id: string;
            holder: components["schemas"]["Holder"];
            function: string;
            units: string[];
            wards: string[];
            added: string[];
            withdrawn: string[];
            starts_at: string;
            ends_at: string | null;
        };
        /** PostEdited */
        PostEdited: {
            /** Format: uuid */
            post: string;
            units: string[];
            wards: string[];
            added: string[];
            withdrawn: string[];
        };
        /** PostEnded */
        PostEnded: {
            /** Format: uuid */
            post: string;
            at: string;
        };
        /** PostGiven */
        PostGiven: {
            /** Format: uuid */
            post: string;
            /** Format: uuid */
            person: string;
            function: string;
            added: string[];
            withdrawn: string[];
            starts_at: string;
            ends_at: string | null;
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
        /** RenameOrganisationRequest */
        RenameOrganisationRequest: {
            names: {
                [key: string]: string;
            };
            languages: ("de" | "en" | "fr" | "nl")[];
            /** @default null */
            organisation?: string | null;
        };
        /** RevokeGrantRequest */
        RevokeGrantRequest: {
            /** Format: uuid */
            grant: string;
            /** @default null */
            reason?: string | null;
        };
        /** SettingChanged */
        SettingChanged: {
            module_name: string;
            changes: components["schemas"]["Change"][];
        };
        /** SplitOrganisationRequest */
        SplitOrganisationRequest: {
            /** Format: uuid */
            predecessor: string;
            successors: string[];
            /** Format: date */
            since: string;
        };
        /** SwitchModuleOffRequest */
        SwitchModuleOffRequest: {
            name: string;
        };
        /** SwitchModuleOnRequest */
        SwitchModuleOnRequest: {
            name: string;
            /** @default [] */
            pilot_units?: string[];
        };
        /**
         * Unit
         * @description A service or a team, in a tree.
         */
        Unit: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {unknown} */
            kind: "service" | "team";
            names: {
                [key: string]: string;
            };
            parent_id: string | null;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
        };
        /** UnitClosed */
        UnitClosed: {
            /** Format: uuid */
            unit: string;
            /** Format: date */
            last_day: string;
        };
        /** UnitCreated */
        UnitCreated: {
            /** Format: uuid */
            unit: string;
        };
        /** UnitEdited */
        UnitEdited: {
            /** Format: uuid */
            unit: string;
        };
        /**
         * Ward
         * @description An area with its ward officers.
         */
        Ward: {
            /** Format: uuid */
            id: string;
            code: string;
            names: {
                [key: string]: string;
            };
            area: Record<string, never>;
            /** Format: date */
            valid_from: string;
            valid_to: string | null;
            /** @default [] */
            officers?: string[];
        };
        /** WardClosed */
        WardClosed: {
            /** Format: uuid */
            ward: string;
            /** Format: date */
            last_day: string;
        };
        /** WardCreated */
        WardCreated: {
            /** Format: uuid */
            ward: string;
        };
        /** WardEdited */
        WardEdited: {
            /** Format: uuid */
            ward: string;
        };
        /** WardsAtRequest */
        WardsAtRequest: {
            longitude: number;
            latitude: number;
            /** @default null */
            on?: string | null;
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
    "organisations.add_person": {
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
                "application/json": components["schemas"]["AddPersonRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAdded"];
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
    "organisations.change_setting": {
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
                "application/json": components["schemas"]["ChangeSettingRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingChanged"];
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
    "organisations.check_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckFileRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
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
    "organisations.close_organisation": {
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
                "application/json": components["schemas"]["CloseOrganisationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationClosed"];
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
    "organisations.close_person": {
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
                "application/json": components["schemas"]["ClosePersonRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLeft"];
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
    "organisations.close_unit": {
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
                "application/json": components["schemas"]["CloseUnitRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitClosed"];
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
    "organisations.close_ward": {
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
                "application/json": components["schemas"]["CloseWardRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardClosed"];
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
    "organisations.create_function": {
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
                "application/json": components["schemas"]["CreateFunctionRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionCreated"];
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
    "organisations.create_post": {
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
                "application/json": components["schemas"]["CreatePostRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostGiven"];
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
    "organisations.create_unit": {
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
                "application/json": components["schemas"]["CreateUnitRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitCreated"];
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
    "organisations.create_ward": {
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
                "application/json": components["schemas"]["CreateWardRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardCreated"];
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
    "organisations.directory": {
        parameters: {
            query?: {
                kind?: ("court" | "federal_unit" | "justice_house" | "municipality" | "oversight" | "prison" | "prosecutor" | "support" | "zone") | null;
                on?: string | null;
                past?: boolean;
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
                    "application/json": components["schemas"]["OrganisationEntry"][];
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
    "organisations.edit_function": {
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
                "application/json": components["schemas"]["EditFunctionRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunctionEdited"];
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
    "organisations.edit_person": {
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
                "application/json": components["schemas"]["EditPersonRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEdited"];
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
    "organisations.edit_post": {
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
                "application/json": components["schemas"]["EditPostRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostEdited"];
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
    "organisations.edit_unit": {
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
                "application/json": components["schemas"]["EditUnitRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitEdited"];
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
    "organisations.edit_ward": {
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
                "application/json": components["schemas"]["EditWardRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WardEdited"];
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
    "organisations.end_post": {
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
                "application/json": components["schemas"]["EndPostRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostEnded"];
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
    "organisations.found_organisation": {
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
                "application/json": components["schemas"]["FoundOrganisationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationFounded"];
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
    "organisations.functions": {
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
                    "application/json": components["schemas"]["Function"][];
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
    "organisations.give_grant": {
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
                "application/json": components["schemas"]["GiveGrantRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantGiven"];
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
    "organisations.grants": {
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
                    "application/json": components["schemas"]["Grants"];
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
    "organisations.import_file": {
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
                "application/json": components["schemas"]["ImportFileRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileImported"];
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
    "organisations.merge_organisations": {
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
                "application/json": components["schemas"]["MergeOrganisationsRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationsMerged"];
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
    "organisations.modules": {
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
                    "application/json": components["schemas"]["ModuleState"][];
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
    "organisations.organisation": {
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
                    "application/json": components["schemas"]["Organisation"];
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
    "organisations.people": {
        parameters: {
            query?: {
                on?: string | null;
                past?: boolean;
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
                    "application/json": components["schemas"]["Person"][];
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
    "organisations.posts": {
        parameters: {
            query?: {
                at?: string | null;
                past?: boolean;
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
                    "application/json": components["schemas"]["Post"][];
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
    "organisations.rename_organisation": {
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
                "application/json": components["schemas"]["RenameOrganisationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRenamed"];
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
    "organisations.revoke_grant": {
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
                "application/json": components["schemas"]["RevokeGrantRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantRevoked"];
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
    "organisations.split_organisation": {
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
                "application/json": components["schemas"]["SplitOrganisationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationSplit"];
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
    "organisations.switch_module_off": {
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
                "application/json": components["schemas"]["SwitchModuleOffRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModuleSwitchedOff"];
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
    "organisations.switch_module_on": {
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
                "application/json": components["schemas"]["SwitchModuleOnRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModuleSwitchedOn"];
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
    "organisations.units": {
        parameters: {
            query?: {
                on?: string | null;
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
                    "application/json": components["schemas"]["Unit"][];
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
    "organisations.wards": {
        parameters: {
            query?: {
                on?: string | null;
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
                    "application/json": components["schemas"]["Ward"][];
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
    "organisations.wards_at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WardsAtRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ward"][];
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
