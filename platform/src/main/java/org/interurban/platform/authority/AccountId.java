package org.interurban.platform.authority;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of an account: who signs in, and in whose name something is done. */
public record AccountId(UUID value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {}

    public static AccountId next() {
        return new AccountId(Identifier.next());
    }

    /** As principals and the audit trail name it. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    /** As it stands in addresses, names of principals and the audit trail. */
    @Override
    public String toString() {
        return value.toString();
    }
}
