package org.interurban.platform.drawing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A drawing is never worth its page: where one cannot be made, the log says so once, and the page shows the same in words. */
public final class SafeDrawing {

    private static final Logger LOG = LoggerFactory.getLogger(SafeDrawing.class);

    private SafeDrawing() {}

    /** @param instead what stands in the page where the drawing fails; its template says quietly that it does */
    public static <T extends @Nullable Object> T of(Supplier<T> drawing, T instead) {
        try {
            return drawing.get();
        } catch (RuntimeException e) {
            LOG.warn("A drawing could not be made; its page shows the table", e);
            return instead;
        }
    }
}
