/** Made by `make api` from the server's declarations. Not to be edited. */
export interface paths {
    "/api/demo/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to continue as a synthetic person. */
        post: operations["identity.demo_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Let this browser continue as synthetic people: the address that is printed at start. */
        get: operations["identity.demo_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The synthetic people to continue as. */
        get: operations["identity.demo_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Continue as a synthetic person. */
        post: operations["identity.demo_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock and step up, in a demo session. */
        post: operations["identity.demo_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree on a new proof key for the session. */
        post: operations["identity.agree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/change-language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work in another language from now on.
         * @description Work in another language from now on.
         */
        post: operations["identity.change_language"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/change-post/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to go over to another post of one's own. */
        post: operations["identity.change_post_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/change-post/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go over to another post of one's own, without a new verification. */
        post: operations["identity.change_post_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/devices-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The devices of somebody whom one's organisation keeps: to revoke a lost one.
         * @description The devices of somebody whom one's organisation keeps: to revoke a lost one.
         */
        post: operations["identity.devices_of"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/enrol/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to enrol this device with a supervisor's code. */
        post: operations["identity.enrol_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/enrol/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol this device: its key and its passkey. */
        post: operations["identity.enrol_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/issue-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue an enrolment code to somebody of one's own organisation. His other devices are told. */
        post: operations["identity.issue_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock this session on every worker, until a fresh user verification unlocks it.
         * @description Lock this session on every worker, until a fresh user verification unlocks it.
         */
        post: operations["identity.lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The person, his post, his organisation, what he may do and what is switched on.
         * @description The person, his post, his organisation, what he may do and what is switched on.
         */
        get: operations["identity.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/my-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own devices, the newest first, the revoked ones included.
         * @description One's own devices, the newest first, the revoked ones included.
         */
        get: operations["identity.my_devices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/my-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own open sessions in this organisation, the newest first.
         * @description One's own open sessions in this organisation, the newest first.
         */
        get: operations["identity.my_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/oidc/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in through the organisation's identity provider. */
        post: operations["identity.oidc_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/oidc/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what the identity provider answered and this device's key. */
        post: operations["identity.oidc_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/open-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Codes of the organisation that can still be used, the newest first.
         * @description Codes of the organisation that can still be used, the newest first.
         */
        get: operations["identity.open_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/revoke-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a device of one's own or, with `identity.revoke`, of anybody of one's organisation.
         * @description Revoke a device of one's own or, with `identity.revoke`, of anybody of one's organisation.
         *
         *     Its key, its passkey and its sessions are worth nothing from then on: here at once, on other workers
         *     within ten seconds. What it holds can no longer be opened: its share is dropped.
         */
        post: operations["identity.revoke_device"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/second-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a code that another issued for somebody who administers.
         * @description Agree to a code that another issued for somebody who administers.
         *
         *     Raises NotFound, SecondIsAnother for who issued it or is to enrol, AboveYours.
         */
        post: operations["identity.second_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/set-provider-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the client's secret for the issuer that is set now; empty: a public one. Raises ProviderNone.
         * @description Write the client's secret for the issuer that is set now; empty: a public one. Raises ProviderNone.
         */
        post: operations["identity.set_provider_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey. */
        post: operations["identity.sign_in_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in to one of several posts. */
        post: operations["identity.sign_in_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-in/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey and this device's key. */
        post: operations["identity.sign_in_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session. */
        post: operations["identity.sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/step-up/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to verify the person again. */
        post: operations["identity.step_up_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/step-up/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the person again, for what asks for it. */
        post: operations["identity.step_up_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unlock/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to unlock the session. */
        post: operations["identity.unlock_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unlock/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock the session with a fresh user verification. */
        post: operations["identity.unlock_finish"];
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
        /** AgreeFinish */
        AgreeFinish: {
            /** Format: uuid */
            ceremony: string;
            agree: string;
            signature: string;
        };
        /**
         * Challenge
         * @description A ceremony to be signed by the device only.
         */
        Challenge: {
            /** Format: uuid */
            ceremony: string;
            challenge: string;
        };
        /** ChangeLanguageRequest */
        ChangeLanguageRequest: {
            /** @enum {unknown} */
            language: "de" | "en" | "fr" | "nl";
        };
        /**
         * Choice
         * @description The person holds several posts.
         */
        Choice: {
            choose: components["schemas"]["ChoicePost"][];
            /** Format: uuid */
            ceremony: string;
            challenge: string;
        };
        /** ChoicePost */
        ChoicePost: {
            /** Format: uuid */
            post: string;
            title: string;
            organisation: string;
            function: string;
        };
        /** Choose */
        Choose: {
            /** Format: uuid */
            ceremony: string;
            /** Format: uuid */
            post: string;
            device: string;
            agree: string;
            signature: string;
        };
        /**
         * CodeIssued
         * @description Shown once: the server keeps only a hash.
         */
        CodeIssued: {
            /** Format: uuid */
            id: string;
            code: string;
            expires_at: string;
            name: string;
            needs_second: boolean;
        };
        /**
         * CodeSeconded
         * @description A second person agreed to a code for somebody who administers.
         */
        CodeSeconded: {
            /** Format: uuid */
            code: string;
            /** Format: uuid */
            of: string;
        };
        /** DemoPerson */
        DemoPerson: {
            /** Format: uuid */
            person: string;
            name: string;
            initials: string;
            function: string;
            /** Format: uuid */
            post: string;
            organisation: string;
        };
        /** DemoSignIn */
        DemoSignIn: {
            /** Format: uuid */
            ceremony: string;
            /** Format: uuid */
            person: string;
            device_key: components["schemas"]["PublicJwk"];
            agree: string;
            signature: string;
            /** @default null */
            post?: string | null;
            /**
             * @default phone
             * @enum {unknown}
             */
            kind?: "desk" | "phone";
        };
        /** DemoVerify */
        DemoVerify: {
            /** Format: uuid */
            ceremony: string;
            signature: string;
        };
        /** Device */
        Device: {
            /** Format: uuid */
            id: string;
            name: string;
            kind: string;
            enrolled_at: string;
            revoked_at: string | null;
            this: boolean;
        };
        /** DeviceRevoked */
        DeviceRevoked: {
            /** Format: uuid */
            device: string;
            /** Format: uuid */
            of: string;
        };
        /** DevicesOfRequest */
        DevicesOfRequest: {
            /** Format: uuid */
            person: string;
        };
        /** EnrolBegin */
        EnrolBegin: {
            code: string;
            device_key: components["schemas"]["PublicJwk"];
        };
        /** EnrolFinish */
        EnrolFinish: {
            /** Format: uuid */
            ceremony: string;
            credential: Record<string, never>;
            signature: string;
            name: string;
            /**
             * @default phone
             * @enum {unknown}
             */
            kind?: "desk" | "phone";
        };
        /** EnrolOptions */
        EnrolOptions: {
            /** Format: uuid */
            ceremony: string;
            challenge: string;
            person: components["schemas"]["EnrolPerson"];
            options: Record<string, never>;
        };
        /** EnrolPerson */
        EnrolPerson: {
            name: string;
        };
        /** Enrolled */
        Enrolled: {
            /** Format: uuid */
            device: string;
            /** Format: uuid */
            person: string;
            thumbprint: string;
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
         * IdentitySettings
         * @description What an organisation may set; seconds everywhere.
         */
        IdentitySettings: {
            /** @default 300 */
            lock_phone_s?: number;
            /** @default 900 */
            lock_desk_s?: number;
            /** @default 43200 */
            session_s?: number;
            /** @default 300 */
            step_up_s?: number;
            /** @default 72 */
            lease_h?: number;
            /** @default false */
            offline_pin?: boolean;
            /** @default 600 */
            code_s?: number;
            /** @default null */
            provider?: components["schemas"]["OidcProvider"] | null;
        };
        /**
         * IssueCode
         * @description For whom.
         */
        IssueCode: {
            /** Format: uuid */
            person: string;
        };
        /** LanguageChanged */
        LanguageChanged: {
            language: string;
        };
        /** LockRequest */
        LockRequest: Record<string, never>;
        /**
         * Me
         * @description Everything the app's shell needs to know of its user.
         */
        Me: {
            person: components["schemas"]["Myself"];
            organisation: components["schemas"]["MyOrganisation"];
            /** Format: uuid */
            post: string;
            units: string[];
            permissions: string[];
            modules: components["schemas"]["MyModule"][];
            language: string;
            session: components["schemas"]["MySession"];
            device: components["schemas"]["Device"];
        };
        /** MyModule */
        MyModule: {
            name: string;
            icon: string;
            title: string;
        };
        /** MyOrganisation */
        MyOrganisation: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            kind: string;
        };
        /** MySession */
        MySession: {
            expires_at: string;
            lock_after_s: number;
            stepped_up_until: string | null;
        };
        /** Myself */
        Myself: {
            /** Format: uuid */
            id: string;
            name: string;
            initials: string;
            function: string;
            rank: string | null;
        };
        /**
         * Nothing
         * @description An empty body.
         */
        Nothing: Record<string, never>;
        /** OidcBegin */
        OidcBegin: {
            organisation: string;
            device: string;
        };
        /** OidcFinish */
        OidcFinish: {
            /** Format: uuid */
            ceremony: string;
            code: string;
            device: string;
            agree: string;
            signature: string;
            /** @default null */
            post?: string | null;
            /** @default null */
            iss?: string | null;
        };
        /**
         * OidcProvider
         * @description An organisation's identity provider (OpenID Connect).
         */
        OidcProvider: {
            issuer: string;
            client_id: string;
            /**
             * @default [
             *       "phr",
             *       "phrh"
             *     ]
             */
            accepted_acr?: string[];
            /**
             * @default [
             *       "hwk mfa",
             *       "fido mfa",
             *       "sc mfa",
             *       "pop mfa"
             *     ]
             */
            accepted_amr?: string[];
            /**
             * @default [
             *       "openid",
             *       "email"
             *     ]
             */
            scopes?: string[];
            /** @default true */
            match_email?: boolean;
        };
        /** OidcRedirect */
        OidcRedirect: {
            /** Format: uuid */
            ceremony: string;
            challenge: string;
            url: string;
        };
        /**
         * OpenCode
         * @description A code that was issued and not used.
         */
        OpenCode: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person: string;
            name: string;
            issued_by: string;
            issued_at: string;
            expires_at: string;
            needs_second: boolean;
            seconded: boolean;
            yours: boolean;
        };
        /**
         * Opened
         * @description A session; `server_time` in seconds since 1970.
         */
        Opened: {
            token: string;
            /** Format: uuid */
            session: string;
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            post: string;
            /** Format: uuid */
            organisation: string;
            expires_at: string;
            lock_after_s: number;
            server_time: number;
            proof: components["schemas"]["ServerProof"];
            store: components["schemas"]["Store"];
        };
        /**
         * Options
         * @description A ceremony with what the browser hands to the authenticator.
         */
        Options: {
            /** Format: uuid */
            ceremony: string;
            challenge: string;
            options: Record<string, never>;
        };
        /**
         * PostChanged
         * @description A session in another post, as `Opened`; nobody was verified, so nothing opens the device's store.
         */
        PostChanged: {
            token: string;
            /** Format: uuid */
            session: string;
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            post: string;
            /** Format: uuid */
            organisation: string;
            expires_at: string;
            lock_after_s: number;
            server_time: number;
            proof: components["schemas"]["ServerProof"];
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
         * ProviderSecretSet
         * @description The secret for an issuer was written, or taken away; it stands in no log.
         */
        ProviderSecretSet: {
            issuer: string;
            public: boolean;
        };
        /**
         * PublicJwk
         * @description A P-256 public key as WebCrypto exports it (RFC 7517); further members are ignored.
         */
        PublicJwk: {
            kty: string;
            crv: string;
            x: string;
            y: string;
        };
        /** RevokeDeviceRequest */
        RevokeDeviceRequest: {
            /** Format: uuid */
            device: string;
        };
        /** SecondCodeRequest */
        SecondCodeRequest: {
            /** Format: uuid */
            code: string;
        };
        /** ServerProof */
        ServerProof: {
            kid: string;
            agree: string;
        };
        /** Session */
        Session: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            device: string;
            /** Format: uuid */
            post: string;
            method: string;
            created_at: string;
            active_at: string;
            expires_at: string;
            locked: boolean;
            this: boolean;
        };
        /** SessionLocked */
        SessionLocked: {
            /** Format: uuid */
            session: string;
        };
        /** SetProviderSecretRequest */
        SetProviderSecretRequest: {
            secret: string;
        };
        /** SignInFinish */
        SignInFinish: {
            /** Format: uuid */
            ceremony: string;
            credential: Record<string, never>;
            device: string;
            agree: string;
            signature: string;
            /** @default null */
            post?: string | null;
        };
        /** StepUpFinish */
        StepUpFinish: {
            /** Format: uuid */
            ceremony: string;
            credential: Record<string, never>;
            signature: string;
        };
        /** SteppedUp */
        SteppedUp: {
            stepped_up_until: string;
            store: components["schemas"]["Store"];
        };
        /**
         * Store
         * @description What opens, after a user verification, what the device holds.
         */
        Store: {
            share: string;
            lease_h: number;
            pin: boolean;
        };
        /** UnlockFinish */
        UnlockFinish: {
            /** Format: uuid */
            ceremony: string;
            credential: Record<string, never>;
            signature: string;
        };
        /**
         * Unlocked
         * @description The session open again; `agree` is a ceremony for a new proof key, as the old one is gone.
         */
        Unlocked: {
            /** Format: uuid */
            session: string;
            expires_at: string;
            lock_after_s: number;
            server_time: number;
            store: components["schemas"]["Store"];
            agree: components["schemas"]["Challenge"];
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
    "identity.demo_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
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
    "identity.demo_open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "identity.demo_people": {
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
                    "application/json": components["schemas"]["DemoPerson"][];
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
    "identity.demo_sign_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"] | components["schemas"]["Choice"];
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
    "identity.demo_verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoVerify"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlocked"];
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
    "identity.agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerProof"];
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
    "identity.change_language": {
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
                "application/json": components["schemas"]["ChangeLanguageRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LanguageChanged"];
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
    "identity.change_post_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
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
    "identity.change_post_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Choose"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostChanged"];
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
    "identity.devices_of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DevicesOfRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"][];
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
    "identity.enrol_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolBegin"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolOptions"];
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
    "identity.enrol_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
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
    "identity.issue_code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCode"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeIssued"];
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
    "identity.lock": {
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
                "application/json": components["schemas"]["LockRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionLocked"];
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
    "identity.me": {
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
                    "application/json": components["schemas"]["Me"];
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
    "identity.my_devices": {
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
                    "application/json": components["schemas"]["Device"][];
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
    "identity.my_sessions": {
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
                    "application/json": components["schemas"]["Session"][];
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
    "identity.oidc_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcBegin"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcRedirect"];
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
    "identity.oidc_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"] | components["schemas"]["Choice"];
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
    "identity.open_codes": {
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
                    "application/json": components["schemas"]["OpenCode"][];
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
    "identity.revoke_device": {
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
                "application/json": components["schemas"]["RevokeDeviceRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceRevoked"];
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
    "identity.second_code": {
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
                "application/json": components["schemas"]["SecondCodeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSeconded"];
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
    "identity.set_provider_secret": {
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
                "application/json": components["schemas"]["SetProviderSecretRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderSecretSet"];
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
    "identity.sign_in_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
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
    "identity.sign_in_choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Choose"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"];
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
    "identity.sign_in_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"] | components["schemas"]["Choice"];
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
    "identity.sign_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "identity.step_up_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
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
    "identity.step_up_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SteppedUp"];
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
    "identity.unlock_begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
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
    "identity.unlock_finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockFinish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlocked"];
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
