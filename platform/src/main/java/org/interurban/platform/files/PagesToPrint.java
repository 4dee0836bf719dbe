package org.interurban.platform.files;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Holds a drawn page for the moment in which Chromium prints it, under an address that nobody can guess. */
@Controller
class PagesToPrint {

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    String keep(String html) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        pages.put(token, html);
        return token;
    }

    void forget(String token) {
        pages.remove(token);
    }

    @Open
    @GetMapping(path = "/print/{token}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String page(@PathVariable String token) {
        var html = pages.get(token);
        if (html == null) {
            throw new NotFound("This page to print is gone; ask for the document again");
        }
        return html;
    }
}
