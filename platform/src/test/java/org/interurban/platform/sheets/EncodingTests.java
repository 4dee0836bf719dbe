package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which encoding a file is thought to be in that does not say it; all rows are examples. */
class EncodingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-31j       | 都市,国\\n高松市,JP\\n福井市,JP\\n
        windows-31j       | name,country\\n富山市,Japan\\n
        EUC-JP            | 都市,国\\n高松市,日本\\n福井市,日本\\n
        GB18030           | 城市;国家\\n苏州;中国\\n无锡;中国\\n
        GB18030           | city,country\\n长沙,CN\\n
        Big5              | 城市;國家\\n新竹;台灣\\n基隆;台灣\\n
        x-windows-949     | 도시,국가\\n전주시,KR\\n목포시,KR\\n
        x-windows-949     | name,country\\n강릉시,Korea\\n
        windows-1251      | Город;Страна\\nОмск;Россия\\nУфа;Россия\\n
        windows-1251      | city,country\\nТверь,RU\\nКурск,RU\\n
        KOI8-U            | city,country\\nТверь,RU\\nКурск,RU\\nЧернигов,UA\\n
        IBM866            | city,country\\nТверь,RU\\nКурск,RU\\n
        x-MacRoman        | city,country\\nSaint-Étienne,FR\\nNîmes,FR\\n
        x-MacRoman        | Stadt;Land\\nKöln;Deutschland\\nFürth;Österreich\\n
        windows-1252      | Stadt;Land\\nKöln;Deutschland\\nFürth;Österreich\\n
        windows-1252      | city,country\\nMálaga,ES\\nLogroño,ES\\n
        windows-1252      | city,country\\nÅrhus,DK\\nTromsø,NO\\n
        windows-1257      | city,country\\nŠiauliai,LT\\nPanevėžys,LT\\n
        windows-1257      | city,country\\nLiepāja,Latvia\\nRēzekne,Latvia\\n
        windows-1250      | miasto;kraj\\nŁódź;Polska\\nRzeszów;Polska\\n
        windows-1250      | city,country\\nČeské Budějovice,CZ\\nZlín,CZ\\n
        ISO-8859-2        | city,country\\nŠumperk,CZ\\nŽilina,SK\\nOstróda,PL\\nŚwidnica,PL\\n
        windows-1254      | city,country\\nEskişehir,TR\\nMuğla,TR\\nİzmir,TR\\n
        windows-1253      | city,country\\nΛάρισα,GR\\nΒόλος,GR\\n
        windows-874       | city,country\\nลำปาง,TH\\nขอนแก่น,TH\\n
        windows-1255      | city,country\\nחיפה,IL\\nבאר שבע,IL\\n
        windows-1256      | city,country\\nالجيزة,EG\\nطنطا,EG\\n
        IBM850            | city,country\\nSaint-Étienne,FR\\nNîmes,FR\\nBéziers,FR\\n
        IBM852            | city,country\\nŁódź,PL\\nRzeszów,PL\\nToruń,PL\\n
        """)
    void isKnownFromItsLettersItsWordsAndTheCountriesOfAShortFile(String charset, String text) {
        var bytes = text.replace("\\n", "\n").getBytes(Charset.forName(charset));

        var read = new String(bytes, Encoding.of(bytes));

        assertThat(read).isEqualTo(text.replace("\\n", "\n"));
    }
}
