package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The forms of somebody who is signed in, over the network: opened as a browser does, and sent as often and as fast as wanted. */
public final class FormHttp {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*\\bselected\\b[^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String session;

    public FormHttp(int port, String session) {
        this.port = port;
        this.session = session;
    }

    public record Field(String name, String value) {}

    /** A form as it was opened: where it is sent, and what stands in it. */
    public record Form(String action, List<Field> fields, String cookie) {

        public Form with(String name, String value) {
            var all = new ArrayList<>(fields);
            all.removeIf(field -> field.name().equals(name));
            all.add(new Field(name, value));
            return new Form(action, all, cookie);
        }

        /** What stands in it, sent elsewhere: as its token allows. */
        public Form to(String address) {
            return new Form(address, fields, cookie);
        }

        public Form with(Map<String, String> values) {
            var form = this;
            for (var value : values.entrySet()) {
                form = form.with(value.getKey(), value.getValue());
            }
            return form;
        }

        public String value(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst()
                    .orElse("");
        }
    }

    public HttpResponse<String> get(String address) {
        return send(request(address, "").GET().build()).join();
    }

    /** The form on a page that is sent to the address. */
    public Form open(String page, String action) {
        var answer = get(page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        var cookie = answer.headers().allValues("set-cookie").stream()
                .map(set -> set.split(";", 2)[0])
                .filter(set -> set.startsWith("form="))
                .findFirst()
                .orElse("");
        return form(answer.body(), action, cookie);
    }

    public static Form form(String page, String action, String cookie) {
        return FORM.matcher(page)
                .results()
                .filter(form -> attribute(form.group(1), "method").equals("post")
                        && attribute(form.group(1), "action").equals(action))
                .findFirst()
                .map(form -> new Form(action, fields(form.group(2)), cookie))
                .orElseThrow(() -> new AssertionError("no form for " + action + " on the page"));
    }

    private static List<Field> fields(String inside) {
        var fields = new ArrayList<Field>();
        INPUT.matcher(inside).results().map(input -> input.group(1)).forEach(input -> {
            var type = attribute(input, "type");
            if (!attribute(input, "name").isEmpty()
                    && !type.equals("file")
                    && (!(type.equals("checkbox") || type.equals("radio")) || input.contains("checked"))) {
                fields.add(new Field(attribute(input, "name"), attribute(input, "value")));
            }
        });
        AREA.matcher(inside)
                .results()
                .forEach(area -> fields.add(new Field(
                        attribute(area.group(1), "name"),
                        HtmlUtils.htmlUnescape(area.group(2)).strip())));
        SELECT.matcher(inside).results().forEach(select -> {
            var chosen = CHOSEN.matcher(select.group(2));
            var option = OPTION.matcher(select.group(2));
            var found = chosen.find() ? chosen : option.find() ? option : null;
            if (found != null) {
                fields.add(new Field(attribute(select.group(1), "name"), attribute(found.group(1), "value")));
            }
        });
        return fields;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    public HttpResponse<String> post(Form form) {
        return postLater(form).join();
    }

    public CompletableFuture<HttpResponse<String>> postLater(Form form) {
        var body = form.fields().stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return send(request(form.action(), form.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** With a file, as a form for uploading is sent. */
    public CompletableFuture<HttpResponse<String>> postFile(Form form, String name, String file, String text) {
        var boundary = "----" + UUID.randomUUID();
        var body = form.fields().stream()
                        .map(field -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, field.name(), field.value()))
                        .collect(Collectors.joining())
                + "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, name, file, text, boundary);
        return send(request(form.action(), form.cookie())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String address, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Accept-Language", "en")
                .header("Cookie", "SESSION=" + session + (cookie.isEmpty() ? "" : "; " + cookie));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where an answer leads, without the host. */
    public static String leads(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElse("");
    }
}
