package org.interurban.platform.sources;

import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Open questions for programs of those who work on the records. */
@RestController
class SourcesApi {

    private final Questions questions;

    SourcesApi(Questions questions) {
        this.questions = questions;
    }

    @Requires(value = "RECORDS_READ", network = true)
    @GetMapping("/api/v1/questions/{code}")
    Questions.Question question(@PathVariable String code) {
        return questions.find(code).orElseThrow(() -> new NotFound("There is no question " + code));
    }
}
