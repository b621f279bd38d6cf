organisations-title = Organisation and people
organisations-permission-read = See the organisation
organisations-permission-manage = Manage units and wards
organisations-permission-people = Manage people
organisations-permission-rights = Give functions and rights
organisations-permission-share = Share with other organisations
organisations-permission-switch = Switch modules on and off and set them
organisations-permission-import = Import lists
organisations-permission-govern = Found, close and merge organisations
organisations-kind-zone = Police zone
organisations-kind-federal_unit = Federal unit
organisations-kind-prosecutor = Public prosecutor’s office
organisations-kind-court = Court
organisations-kind-municipality = Municipality
organisations-kind-justice_house = Justice house
organisations-kind-prison = Prison
organisations-kind-oversight = Oversight body
organisations-kind-support = Federal support
organisations-event-OrganisationFounded = Organisation founded
organisations-event-OrganisationRenamed = Organisation renamed
organisations-event-OrganisationClosed = Organisation closed
organisations-event-OrganisationsMerged = Organisations merged
organisations-event-OrganisationSplit = Organisation split
organisations-event-UnitCreated = Unit added
organisations-event-UnitEdited = Unit changed
organisations-event-UnitClosed = Unit closed
organisations-event-WardCreated = Ward added
organisations-event-WardEdited = Ward changed
organisations-event-WardClosed = Ward closed
organisations-event-FunctionCreated = Function added
organisations-event-FunctionEdited = Function changed
organisations-event-PersonAdded = Person added
organisations-event-PersonEdited = Person changed
organisations-event-PersonLeft = Person left
organisations-event-PostGiven = Post given
organisations-event-PostEdited = Post changed
organisations-event-PostEnded = Post ended
organisations-event-GrantGiven = Shared with another organisation
organisations-event-GrantRevoked = Sharing revoked
organisations-event-ModuleSwitchedOn = Module switched on
organisations-event-ModuleSwitchedOff = Module switched off
organisations-event-SettingChanged = Setting changed
organisations-event-FileImported = List imported
organisations-event-Consulted = Consulted
error-organisations-code-invalid = This code cannot be. A zone has 4 digits, a municipality the 5 digits of its NIS code.
error-organisations-code-taken = This code is in use already.
error-organisations-names-missing = Give a name in at least one language, of 120 characters at most.
error-organisations-period-reversed = The end lies before the beginning.
error-organisations-already-closed = This ended before already.
error-organisations-not-governing = Only the federal support may found, close or merge organisations.
error-organisations-cannot-succeed = These organisations cannot succeed one another on that day.
error-organisations-unit-unknown = There is no such unit here, or no longer.
error-organisations-unit-cycle = A unit cannot stand under itself.
error-organisations-unit-in-use = Units or people still belong to it.
error-organisations-ward-unknown = There is no such ward here, or no longer.
error-organisations-function-unknown = There is no such function here, or it is out of use.
error-organisations-permission-unknown = There is no permission { $permission }.
error-organisations-person-invalid = The person’s data are not right.
error-organisations-family-name-invalid = This family name cannot be.
error-organisations-given-names-invalid = This given name cannot be.
error-organisations-email-invalid = This e-mail address cannot be.
error-organisations-phone-invalid = This phone number cannot be.
error-organisations-number-taken = Somebody else has this personnel number.
error-organisations-not-lent = This person is unknown, has left, or is not lent by his own organisation.
error-organisations-post-taken = This person holds that function from that moment already.
error-organisations-recipient-unknown = Choose another organisation to share with.
error-organisations-grant-invalid = Say what is shared, and on what legal basis.
error-organisations-grant-ended = This sharing has ended already.
error-organisations-module-unknown = There is no such module, or it has no settings.
error-organisations-module-fixed = This module is part of the platform and is always on.
error-organisations-module-needs = First switch on { $other }.
error-organisations-module-needed = { $other } needs this module.
error-organisations-setting-invalid = The setting { $path } does not fit.
error-organisations-csv-empty = The file is empty.
error-organisations-csv-header-missing = The column { $column } is missing.
error-organisations-csv-header-unknown = This column is not known.
error-organisations-csv-header-twice = This column stands here twice.
error-organisations-csv-cell-count = There are { $found } cells instead of { $expected }.
error-organisations-csv-quote-open = A quotation mark is not closed properly; nothing was read from here on.
error-organisations-csv-too-many-lines = There are more than { $max } lines; split the file.
error-organisations-csv-too-long = This is longer than { $max } characters.
error-organisations-csv-bad-character = There is a character here that cannot be; check the file’s character set.
error-organisations-csv-missing = This cell must be filled in.
error-organisations-csv-bad-date = This is no date. Write 2026-11-23 or 23/11/2026.
error-organisations-csv-bad-yes-no = Write yes or no.
error-organisations-csv-bad-code = This code cannot be.
error-organisations-csv-bad-kind = There is no such kind. Choose from: { $allowed }.
error-organisations-csv-bad-language = This language cannot be. Choose from: { $allowed }.
error-organisations-csv-bad-name = This is no name.
error-organisations-csv-bad-number = This is no personnel number.
error-organisations-csv-bad-email = This is no e-mail address.
error-organisations-csv-bad-phone = This is no phone number.
error-organisations-csv-period-reversed = The end lies before the beginning.
error-organisations-csv-fixed = This cannot be changed by a list.
error-organisations-csv-twice = This stands on line { $line } already.
error-organisations-csv-unknown-person = Nobody here has this personnel number.
error-organisations-csv-person-away = This person is not employed at that time.
error-organisations-csv-unknown-function = There is no function { $function }.
error-organisations-csv-unknown-unit = There is no unit { $unit }, or it stands on a bad line.
error-organisations-csv-unit-cycle = This unit would stand under itself.
error-organisations-csv-unknown-ward = There is no ward { $ward }.
error-organisations-csv-unknown-permission = There is no permission { $permission }.
error-organisations-import-refused =
    { $bad ->
        [one] One line is bad; nothing was imported.
       *[other] { $bad } lines are bad; nothing was imported.
    }
error-organisations-area-invalid =
    { $reason ->
        [kind] The shape must be a polygon (Polygon or MultiPolygon).
        [too_many_points] The border has too many points; simplify it.
        [swapped] Longitude and latitude are swapped: write longitude first.
        [empty] The area has no surface.
        [crossing] The border crosses itself at { $where }.
       *[coordinates] The coordinates are not right.
    }
organisations-event-InstallationBegun = Installation begun
