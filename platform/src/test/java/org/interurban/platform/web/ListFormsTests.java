package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ListFormsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    WholeSample sample;

    @Autowired
    List<Listing<?>> listings;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void everyListAsksOnItsPageOnlyWhatItAnswers() {
        assertThat(listings).allSatisfy(listing -> assertThat(listing.terms().filters())
                .containsAll(listing.form().fields().stream()
                        .map(ListForm.Field::name)
                        .toList()));
    }

    @Test
    void everyListWithAFormShowsItFilledInAsTheAddressSays() {
        var pages = listings.stream()
                .filter(listing -> !listing.form().words().isEmpty())
                .flatMap(listing -> listing.addresses().stream())
                .filter(address -> !address.startsWith(Listing.INTERFACE))
                .toList();

        assertThat(pages).contains("/partnerships", "/programmes/{code}/participants");
        assertThat(pages).allSatisfy(page -> assertThat(page(page.replace("{code}", "IURC") + "?q=zqnowhere"))
                .contains("value=\"zqnowhere\"", "Clear the filters"));
    }

    @Test
    void everyFieldStandsInTheFormOnce() {
        assertThat(page("/audit")).containsOnlyOnce("id=\"filter-act\"").containsOnlyOnce("id=\"filter-from\"");
        assertThat(page("/programmes")).containsOnlyOnce("id=\"filter-kind\"").containsOnlyOnce("id=\"filter-year\"");
    }

    @Test
    void aFilterThatTheFormDoesNotShowIsKept() {
        assertThat(page("/partnerships?city=busan&status=active"))
                .contains("<input type=\"hidden\" name=\"city\" value=\"busan\">")
                .containsPattern("<option value=\"active\" selected=\"selected\">");
    }

    @Test
    void aMonthKeepsItsPlaceWhenItIsNarrowed() {
        assertThat(page("/activities/calendar?month=2023-02&status=held"))
                .contains("action=\"/activities/calendar\"", "name=\"month\" value=\"2023-02\"")
                .doesNotContain("id=\"filter-year\"");
    }

    private String page(String address) {
        var answer =
                browser.get().uri(address).with(Acting.as(Role.ADMINISTRATOR)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
