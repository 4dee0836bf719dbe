package org.interurban.platform.files;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ViewResolver;

/** Draws one of our pages into a PDF: the same template and data as on the screen. */
@Component
public class PrintedPage {

    /** So many files are kept, some 40 to 200 KB each. */
    private static final int KEPT = 100;

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");

    private final List<ViewResolver> resolvers;
    private final Chromium chromium;
    private final PagesToPrint pages;
    private final Map<String, byte[]> files = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    PrintedPage(List<ViewResolver> resolvers, Chromium chromium, PagesToPrint pages) {
        this.resolvers = resolvers;
        this.chromium = chromium;
        this.pages = pages;
    }

    /** Whether this machine has a Chromium; without one the reader is sent to the print view. */
    public boolean isPossible() {
        return chromium.isFound();
    }

    /**
     * Made once for as long as the page stays the same.
     *
     * @param view name of the template
     * @return empty where no Chromium is found, too many wait for theirs, or it fails: the page is then the reader's to print
     */
    public Optional<byte[]> pdf(
            String view,
            Map<String, ?> model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return chromium.isFound()
                ? once("pdf", html(view, model, locale, request, response), request, chromium::print)
                : Optional.empty();
    }

    /** @return how many sheets the document has, of which each stands in it as an object of its own */
    public static int sheets(byte[] pdf) {
        return Math.toIntExact(SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count());
    }

    /**
     * The same as a picture in PNG, made once for as long as the page stays the same.
     *
     * @param width of the picture in pixels, as {@code height}
     */
    public Optional<byte[]> picture(
            String view,
            Map<String, ?> model,
            int width,
            int height,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!chromium.isFound()) {
            return Optional.empty();
        }
        return once(
                width + "x" + height,
                html(view, model, locale, request, response),
                request,
                address -> chromium.picture(address, width, height));
    }

    private Optional<byte[]> once(
            String kind, String page, HttpServletRequest request, Function<String, Optional<byte[]>> drawing) {
        var kept = files.get(kind + page);
        if (kept != null) {
            return Optional.of(kept);
        }
        var made = drawn(page, request, drawing);
        made.ifPresent(file -> files.put(kind + page, file));
        return made;
    }

    private Optional<byte[]> drawn(
            String page, HttpServletRequest request, Function<String, Optional<byte[]>> drawing) {
        var token = pages.keep(page);
        try {
            return drawing.apply("http://127.0.0.1:%d/print/%s".formatted(request.getLocalPort(), token));
        } finally {
            pages.forget(token);
        }
    }

    private String html(
            String view,
            Map<String, ?> model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var buffer = new Buffer(response);
        try {
            for (var resolver : resolvers) {
                var found = resolver.resolveViewName(view, locale);
                if (found != null) {
                    found.render(model, request, buffer);
                    return buffer.text();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("The page %s could not be drawn".formatted(view), e);
        }
        throw new IllegalStateException("There is no page " + view);
    }

    /** Takes in what would have gone to the reader. */
    private static final class Buffer extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));

        Buffer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("Written at once");
                }

                @Override
                public void write(int b) {
                    bytes.write(b);
                }
            };
        }

        @Override
        public void setContentType(String type) {
            // the real answer is the PDF
        }

        @Override
        public void setContentLength(int length) {
            // likewise
        }

        @Override
        public void flushBuffer() {
            writer.flush();
        }

        String text() {
            writer.flush();
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
