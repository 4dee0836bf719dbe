package org.interurban.platform.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.pairing.scoring.Criterion;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sets up and moves rounds as an officer's browser does. */
public final class RoundHttp {

    private final MockMvcTester browser;
    private final RequestPostProcessor officer;

    public RoundHttp(MockMvcTester browser, RequestPostProcessor officer) {
        this.browser = browser;
        this.officer = officer;
    }

    public UUID create(String programme, String sideA, String sideB, String aim, String... more) {
        var fields = fields(sideA, sideB, aim);
        for (var i = 0; i + 1 < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var request = browser.post()
                .uri("/rounds/new?programme=" + programme)
                .with(officer)
                .with(csrf());
        fields.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var address = Objects.requireNonNull(answer.getMvcResult().getResponse().getRedirectedUrl());
        return UUID.fromString(address.substring("/rounds/".length()));
    }

    /** What the form of a new round holds, to begin with. */
    public static Map<String, String> fields(String sideA, String sideB, String aim) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "A round");
        fields.put("form", "sides");
        fields.put("sideA", sideA);
        fields.put("sideB", sideB);
        fields.put("aim", aim);
        fields.put("seed", "7");
        for (var criterion : Criterion.values()) {
            fields.put("weights[" + criterion.key() + "]", Double.toString(criterion.usualWeight()));
        }
        return fields;
    }

    MvcTestResult get(String address) {
        return browser.get().uri(address).with(officer).exchange();
    }

    public MvcTestResult post(String address, String... parameters) {
        var request = browser.post().uri(address).with(officer).with(csrf());
        for (var i = 0; i + 1 < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult post(String address, Map<String, String> fields) {
        return post(
                address,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    public void move(UUID round, String to) {
        assertThat(post("/rounds/" + round + "/state", "to", to, "sure", "true", "reason", "Agreed at the meeting"))
                .hasStatus3xxRedirection();
    }
}
