package org.interurban.platform.web;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** What the log file never holds, whoever writes to it: keys of links and addresses of mail. It is kept, copied and sent around. */
class SecretsOutOfLog implements StructuredLoggingJsonMembersCustomizer<Object> {

    /** A part of a path too long for a code or an id, the token of a query, an address of mail. */
    private static final Pattern SECRET = Pattern.compile("""
        (?<=/)[A-Za-z0-9_-]{40,}+\
        |(?<=token=)[^&\\s"]++\
        |(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]++(\\.[\\p{L}\\p{N}-]++)++""");

    static String mask(String text) {
        return SECRET.matcher(text).replaceAll("…");
    }

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, text -> text == null ? null : mask(text)));
    }
}
