package org.interurban.platform.audit;

import org.jspecify.annotations.Nullable;

/** What became of the trail since it was sealed. */
public sealed interface Verdict {

    /** @param waiting acts that the next seal will hold; @param hash of the last seal, to be kept outside the database */
    record Valid(long acts, long seals, long waiting, String hash) implements Verdict {}

    /** The first place that is wrong. */
    record Wrong(Fault fault, long seal, @Nullable Long act) implements Verdict {}

    enum Fault {
        SEAL_MISSING,
        SEAL_CHANGED,
        CHAIN_BROKEN,
        ACT_CHANGED,
        ACT_MISSING,
        ACT_ADDED
    }

    /** One sentence for the command line. */
    default String sentence() {
        return switch (this) {
            case Valid valid ->
                "valid, %d acts in %d seals, %d not yet sealed, last seal %s"
                        .formatted(valid.acts(), valid.seals(), valid.waiting(), valid.hash());
            case Wrong(var fault, var seal, var act) ->
                switch (fault) {
                    case SEAL_MISSING -> "not valid: seal %d is missing".formatted(seal);
                    case SEAL_CHANGED -> "not valid: seal %d was changed".formatted(seal);
                    case CHAIN_BROKEN -> "not valid: seal %d does not follow the seal before it".formatted(seal);
                    case ACT_CHANGED -> "not valid: act %d in seal %d was changed".formatted(act, seal);
                    case ACT_MISSING -> "not valid: act %d in seal %d is missing".formatted(act, seal);
                    case ACT_ADDED -> "not valid: act %d was added to seal %d".formatted(act, seal);
                };
        };
    }
}
