package org.interurban.platform.web;

import static java.util.Comparator.comparingDouble;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers a list in the form that was asked for: JSON, or a CSV or XLSX sheet by Accept header or by the address's ending. */
public final class Lists {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX = MediaType.parseMediaType(Sheet.XLSX);

    private Lists() {}

    /** What a list answers in JSON. */
    public record Answer<T>(
            List<T> items, long total, @Nullable String next) {}

    /** The whole list for a sheet, else the page that was asked for; the type says what programs are told, the JSON. */
    @SuppressWarnings("unchecked")
    public static <T> ResponseEntity<Answer<T>> answer(
            HttpServletRequest request,
            ListQuery query,
            Sheet<T> sheet,
            UnaryOperator<String> words,
            Function<ListQuery, Slice<T>> list) {
        return (ResponseEntity<Answer<T>>)
                switch (form(request)) {
                    case "csv" -> download(sheet.name() + ".csv", CSV, sheet.csv(all(query, list)));
                    case "xlsx" -> download(sheet.name() + ".xlsx", XLSX, xlsx(sheet, all(query, list), words));
                    default -> {
                        var slice = list.apply(query);
                        yield ResponseEntity.ok(new Answer<>(
                                slice.items(),
                                slice.total(),
                                slice.hasNext() ? inItsLanguage(query.nextLink(), request) : null));
                    }
                };
    }

    /** A page that was asked for in a language leads to the next in the same. */
    private static String inItsLanguage(String address, HttpServletRequest request) {
        var language = request.getParameter("lang");
        return language == null ? address : address + "&lang=" + URLEncoder.encode(language, StandardCharsets.UTF_8);
    }

    /** Whether the address or the Accept header asks for a sheet rather than a page. */
    public static boolean wantsSheet(HttpServletRequest request) {
        return !form(request).isEmpty();
    }

    private static String form(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.endsWith(".csv") || path.endsWith(".xlsx")) {
            return path.substring(path.lastIndexOf('.') + 1);
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return "";
        }
        try {
            // of what is liked equally well, the first
            var liked = MediaType.parseMediaTypes(accept).stream()
                    .max(comparingDouble(MediaType::getQualityValue))
                    .orElse(MediaType.ALL);
            return liked.isCompatibleWith(CSV) && !liked.isWildcardType()
                    ? "csv"
                    : liked.equalsTypeAndSubtype(XLSX) ? "xlsx" : "";
        } catch (InvalidMediaTypeException unreadable) {
            return ""; // refused where JSON is written
        }
    }

    /** Every row of what is asked for, page after page. */
    public static <T> List<T> all(ListQuery query, Function<ListQuery, Slice<T>> list) {
        var rows = new ArrayList<T>();
        var page = query.whole();
        Slice<T> slice;
        do {
            slice = list.apply(page);
            rows.addAll(slice.items());
            page = page.at(rows.size());
        } while (slice.hasNext());
        return rows;
    }

    private static <T> byte[] xlsx(Sheet<T> sheet, List<T> rows, UnaryOperator<String> words) {
        var out = new ByteArrayOutputStream();
        try {
            sheet.xlsx(rows, out, words);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(content);
    }
}
