package org.interurban.platform.partnerships;

import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.Programmes;
import org.jspecify.annotations.Nullable;

/** Whose an activity, an agreement or an action is: of a partnership, of a whole programme, or of the network. */
public sealed interface Owner {

    record OfPartnership(Partnerships.Brief partnership) implements Owner {}

    record OfProgramme(Programmes.Brief programme) implements Owner {}

    record OfNetwork() implements Owner {}

    default @Nullable ProgrammeId programmeId() {
        return switch (this) {
            case OfPartnership(var partnership) -> partnership.programme();
            case OfProgramme(var programme) -> programme.id();
            case OfNetwork() -> null;
        };
    }

    default @Nullable PartnershipId partnershipId() {
        return this instanceof OfPartnership(var partnership) ? partnership.id() : null;
    }

    /** As codes of its activities begin, after their kind. */
    default String frame() {
        return switch (this) {
            case OfPartnership(var partnership) -> partnership.code();
            case OfProgramme(var programme) -> programme.code();
            case OfNetwork() -> "network";
        };
    }

    /** Its own name; empty for the network. */
    default String name() {
        return switch (this) {
            case OfPartnership(var partnership) -> partnership.name();
            case OfProgramme(var programme) -> programme.name();
            case OfNetwork() -> "";
        };
    }

    /** The page to which people go back. */
    default String link() {
        return switch (this) {
            case OfPartnership(var partnership) -> "/partnerships/" + partnership.code();
            case OfProgramme(var programme) -> "/programmes/" + programme.code();
            case OfNetwork() -> "/activities";
        };
    }
}
