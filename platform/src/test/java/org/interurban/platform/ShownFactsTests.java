package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the requirements of docs/requirements.csv name as shown, found on the page that they name, by everyone. */
@PlatformTest
class ShownFactsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2   | /network                        | 154; 102; 49; 2022
                    9   | /members/dobong-gu              | 2022; the meeting that approved it; /activities/CN-02
                    16  | /cities/dobong-gu               | UNICEF; child-friendly; WHO
                    30  | /network                        | 2023; 2026; Auditor
                    31  | /network                        | President City; Executive Committee; Secretary General
                    33  | /network                        | Seoul; Plus Arts; Jagannathan
                    36  | /agreements/AG-10               | Declared; Kuala Lumpur; SDGs by 2030
                    37  | /activities/CN-01               | 41st Executive Committee Meeting; Clusters Session; SDG Awards
                    38  | /activities/CN-32               | Pokhara as possible host
                    39  | /activities/CN-21               | Meeting with the President City
                    41  | /clusters                       | Climate Change; Disaster; Sustainable Development Goals
                    42  | /clusters                       | Jakarta; Quezon; Makati; Kuala Lumpur
                    46  | /programmes/CLUSTER-GRANTS-2022 | Grants to the thematic clusters
                    47  | /network                        | National Chapter Indonesia; National Chapter Nepal
                    50  | /network                        | Sidoarjo; Earthquake Technology
                    54  | /programmes/WC-2017-2018        | Initiated by
                    59  | /programmes/IURC                | 138; cities in the programme; 40; regions in the programme
                    63  | /topics                         | declaration
                    72  | /activities/EV-07               | champion of the air quality cluster
                    81  | /cities/nice                    | 500,000; metropolitan area
                    82  | /cities/barnsley                | near Leeds, Nottingham and Liverpool
                    83  | /cities/barnsley                | Lived on coal until the 1990s
                    84  | /cities/granada                 | Granada 2020
                    85  | /cities/granada                 | Technology park PTS; CITIC
                    86  | /cities/barnsley                | (4 hectares)
                    97  | /partnerships                   | 2017; 2018; Granada; Malaga
                    99  | /partnerships/WC-Suwon-Scottish-Cities-Alliance | Topics and sites
                    120 | /activities/SV-01               | Public Bike Center; TOPIS
                    125 | /activities/WC-01               | 20 European delegates
                    131 | /activities/EV-08               | Webinar on Waste Management; champion of the circular economy cluster
                    133 | /programmes/IUC                 | Chinese delegations
                    136 | /activities/CN-16               | Virtual side event; Showed the tools
                    137 | /activities/CN-24               | strategic partner
                    139 | /activities/CN-33               | Quezon City benchmarking in Seoul; Cheonggyecheon Stream
                    140 | /activities/CN-38               | 8th Asia Pacific Urban Forum; Suwon
                    141 | /activities/CN-40               | 6th Asian Cities Summit; invited
                    143 | /programmes/CETREGIO-WC         | at least 250; at least 15
                    145 | /activities/CN-09               | good practice of the host city
                    171 | /agreements/AG-09               | IUC Joint Declaration; 31 May 2017; Brussels
                    172 | /agreements/AG-08               | Kookmin University
                    174 | /agreements/AG-09               | seven fields of work
                    179 | /activities/EV-01               | IURC Quarterly Meeting; reported to the EU Delegation
                    181 | /activities/WC-06               | lessons for both sides
                    188 | /network                        | More than 400 cases
                    202 | /activities/CN-14               | Malaysia National Workshop
                    204 | /activities/CN-11               | Twelve cases
                    207 | /activities/CN-11               | three winners
                    210 | /activities/CN-13               | Live sessions and lessons at one
                    211 | /programmes/CITYNET-SHRDC       | Transportation Policy
                    213 | /activities/CN-20               | Three live sessions in a row
                    214 | /activities/CN-12               | Yearly
                    216 | /activities/CN-26               | Collaborative Smart Governance; URDI
                    218 | /activities/CN-23               | RAJUK
                    219 | /agreements/AG-08               | Technical support and training for officials
                    221 | /programmes/YSAP                | University students of four countries
                    223 | /activities/CN-39               | views and proposals
                    235 | /activities/CN-31               | engaging citizens
                    236 | /cities/seoul                   | Se-hoon Oh; Mayor
                    259 | /agreements/AG-09               | practical ways to better results
                    266 | /cities/seoul                   | TOPIS; system
                    267 | /cities/busan                   | Busan Traffic Information Service Center
                    270 | /cities/gwangju                 | close measuring of air quality
                    271 | /cities/gwangju                 | Urban Carbon Management and Urban Assessment Model System
                    272 | /cities/berlin                  | Tegel Airport; Adlershof Project
                    273 | /cities/incheon                 | Incheon Free Economic Zone; Joyang Textile Café
                    274 | /cities/incheon                 | green hydrogen; LEED-certified floor space; 40 percent
                    276 | /cities/granada                 | Technology park PTS
                    277 | /network                        | 102; 49; 3
                    278 | /programmes/CETREGIO-WC         | at least 250
                    279 | /programmes/CETREGIO-WC         | more than 60
                    280 | /cities/barnsley                | ~250,000
                    281 | /activities/WC-01               | 30–40
                    284 | /activities/IUC-03              | 12th High-level seminar
                    285 | /cities/barnsley                | hectares
                    286 | /programmes/ICP-AGIR            | countries at a webinar
                    288 | /cities/nice                    | 500,000
                    295 | /programmes/IURC                | Where the lines run; Figures
                    323 | /activities/CN-15               | Smart City Summit
                    """)
    void standOnTheirPage(int requirement, String page, String words) throws Exception {
        var answer = browser.get().uri(page + "?lang=en").exchange();

        assertThat(answer).as("requirement " + requirement).hasStatusOk();
        assertThat(answer.getResponse()
                        .getContentAsString()
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .as("requirement " + requirement)
                .contains(words.split("\\s*;\\s*"));
    }

    @Test
    void anActionStandsInThePlanOnlyWhereADocumentTiesItToIt() throws Exception {
        var onePager = browser.get()
                .uri("/programmes/ICP-AGIR/one-pager?lang=en")
                .exchange()
                .getResponse()
                .getContentAsString();

        assertThat(onePager)
                .contains("CAP: 2 entries here belong to it")
                .doesNotContain("actions on record")
                .contains("Decentralised smart city projects in both cities", "Adlershof Project of Berlin")
                .contains("Urban Carbon Management and Urban Assessment Model System");
    }
}
