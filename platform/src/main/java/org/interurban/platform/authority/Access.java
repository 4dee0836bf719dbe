package org.interurban.platform.authority;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What a handler asks of whoever calls it, as {@link Open} and {@link Requires} declare it or as the handler says itself.
 *
 * @param permission null for everyone, without an account
 * @param network whether a role for the whole network is needed
 */
public record Access(@Nullable Permission permission, boolean network) {

    public static final Access OPEN = new Access(null, false);

    /** Of one class that answers at many addresses, each with its own right. */
    public interface Guarded {
        Access access();
    }

    /** What stands on the method goes before what the handler says, and that before what stands on its class; empty where nothing does. */
    public static Optional<Access> of(HandlerMethod handler) {
        return declared(handler.getMethod())
                .or(() -> handler.getBean() instanceof Guarded guarded
                        ? Optional.of(guarded.access())
                        : declared(handler.getBeanType()));
    }

    private static Optional<Access> declared(java.lang.reflect.AnnotatedElement place) {
        var required = AnnotatedElementUtils.findMergedAnnotation(place, Requires.class);
        if (required != null) {
            return Optional.of(new Access(Permission.named(required.value()), required.network()));
        }
        return AnnotatedElementUtils.hasAnnotation(place, Open.class) ? Optional.of(OPEN) : Optional.empty();
    }

    public boolean isGivenTo(Person person) {
        return permission == null || (network ? person.may(permission) : person.mayAnywhere(permission));
    }
}
