package org.interurban.platform.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Documents for everyone; open questions for those who work on the records. */
@RestController
class SourcesApi {

    private static final Sheet<Questions.Question> SHEET = new Sheet<>(
            "questions",
            List.of(
                    new Sheet.Column<>("code", Questions.Question::code),
                    new Sheet.Column<>("subject", Questions.Question::subject),
                    new Sheet.Column<>("kind", Questions.Question::kind),
                    new Sheet.Column<>("extent", Questions.Question::extent),
                    new Sheet.Column<>("records", SourcesApi::records),
                    new Sheet.Column<>("aspect", Questions.Question::aspect),
                    new Sheet.Column<>("readings", SourcesApi::readings),
                    new Sheet.Column<>("chosen", Questions.Question::chosenLetter),
                    new Sheet.Column<>("treatment", Questions.Question::treatment)));

    private static final Sheet<Documents.Document> DOCUMENTS = new Sheet<>(
            "documents",
            List.of(
                    new Sheet.Column<>("code", Documents.Document::code),
                    new Sheet.Column<>("title", Documents.Document::title),
                    new Sheet.Column<>("kind", Documents.Document::kind),
                    new Sheet.Column<>("publisher", Documents.Document::publisher),
                    new Sheet.Column<>("date", document -> document.date().code()),
                    new Sheet.Column<>("note", Documents.Document::note),
                    new Sheet.Column<>("records", Documents.Document::records)));

    private final Documents documents;
    private final Questions questions;

    SourcesApi(Documents documents, Questions questions) {
        this.documents = documents;
        this.questions = questions;
    }

    @Open
    @GetMapping({"/api/v1/documents", "/api/v1/documents.csv", "/api/v1/documents.xlsx"})
    ResponseEntity<Lists.Answer<Documents.Document>> documents(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, DOCUMENTS, documents::list);
    }

    @Requires(value = Permission.RECORDS_READ, network = true)
    @GetMapping({
        "/api/v1/questions",
        "/api/v1/questions.csv",
        "/api/v1/questions.xlsx",
        "/questions.csv",
        "/questions.xlsx"
    })
    ResponseEntity<Lists.Answer<Questions.Question>> questions(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, SHEET, questions::list);
    }

    @Requires(value = Permission.RECORDS_READ, network = true)
    @GetMapping("/api/v1/questions/{code}")
    Questions.Question question(@PathVariable String code) {
        return questions.find(code).orElseThrow(() -> new NotFound("There is no question " + code));
    }

    private static String records(Questions.Question question) {
        return question.records().stream()
                .map(record -> record.kind() + " " + record.code())
                .collect(Collectors.joining("; "));
    }

    private static String readings(Questions.Question question) {
        return question.readings().stream()
                .map(reading -> reading.letter() + ": " + reading.statement())
                .collect(Collectors.joining(" | "));
    }
}
