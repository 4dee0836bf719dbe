package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlatformTest
class RefusalsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @ValueSource(strings = {"/members", "/api/v1/activities", "/search", "/topics", "/api/v1/cities.csv"})
    void aCharacterThatNobodyCanTypeIsLeftOut(String list) {
        assertThat(browser.get().uri(list).param("q", "\0seoul\0")).hasStatusOk();
    }

    @Test
    void anAcceptHeaderThatCannotBeReadIsRefusedWithAReason() {
        assertThat(browser.get().uri("/api/v1/members").header(HttpHeaders.ACCEPT, "garbage"))
                .hasStatus(HttpStatus.NOT_ACCEPTABLE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("The Accept header cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;q=0.5, text/csv",
        "text/csv;q=0.9, application/json;q=0.1",
        "text/csv, text/csv",
        "application/json, application/json",
        "application/json, */*"
    })
    void theFormThatIsLikedBestIsGiven(String one, String other) {
        var answer = browser.get().uri("/api/v1/members").header(HttpHeaders.ACCEPT, one + ", " + other);

        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue(
                        HttpHeaders.CONTENT_TYPE,
                        (one + other).contains("csv") ? "text/csv;charset=UTF-8" : "application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/members/nowhere | There is no member nowhere",
                "/api/v1/cities/nowhere | There is no city nowhere",
                "/api/v1/organisations/nowhere | There is no organisation nowhere",
                "/api/v1/questions/nowhere | There is no question nowhere",
                "/api/v1/nothing | There is nothing at /api/v1/nothing; /api/v1/openapi",
                "/api/v1/rounds/x | “x” cannot be a value of id"
            })
    void programsLearnWhatIsNotThere(String address, String detail) {
        assertThat(browser.get().uri(address).with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains(detail);
    }

    @Test
    void theInterfaceOnlyReads() {
        assertThat(requestMappingHandlerMapping.getHandlerMethods().keySet())
                .filteredOn(mapping -> mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/")))
                .isNotEmpty()
                .allSatisfy(mapping -> assertThat(mapping.getMethodsCondition().getMethods())
                        .extracting(Enum::name)
                        .containsOnly("GET"));
        for (var address : new String[] {"/api/v1/members", "/api/v1/questions", "/api/v1/members/seoul"}) {
            assertThat(browser.post().uri(address))
                    .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                    .hasHeader(HttpHeaders.ALLOW, "GET, HEAD")
                    .bodyText()
                    .contains("only reads: GET, not POST");
            assertThat(browser.delete().uri(address).with(Acting.as(Role.PROGRAMME_OFFICER)))
                    .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                    .headers()
                    .containsHeader(HttpHeaders.ALLOW);
        }
    }

    @Test
    void whoMayNotReadIsToldSoFirst() {
        assertThat(browser.get().uri("/api/v1/questions?colour=red")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(browser.get().uri("/api/v1/questions/nowhere").with(Acting.as(Role.VOTER)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/members?colour=red | 이 목록에는 “colour” 필터가 없습니다",
                "/members?sort=colour | 정렬할 수 없습니다",
                "/members?limit=0 | limit에는 1부터 500까지의 정수",
                "/activities/calendar?month=x | 달을 묻는 곳에서는 2023-02처럼"
            })
    void aPageSaysInItsOwnLanguageWhatItCouldNotRead(String address, String sentence) {
        assertThat(browser.get().uri(address + "&lang=ko"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(sentence);
    }

    @Test
    void aMethodThatAPageDoesNotHaveIsNamedInItsLanguage() {
        assertThat(browser.post()
                        .uri("/members")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "ko")
                        .with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .bodyText()
                .contains("POST 요청을 할 수 없습니다");
    }
}
