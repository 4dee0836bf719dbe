package org.interurban.platform.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** A language that texts are found in: how its words are told apart, and in which scripts they are written. */
enum SearchLanguage {
    EN(new EnglishAnalyzer(), Character.UnicodeScript.LATIN),
    KO(new KoreanAnalyzer(), Character.UnicodeScript.HANGUL, Character.UnicodeScript.LATIN),
    JA(
            new JapaneseAnalyzer(),
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.LATIN),
    ZH(chinese(), Character.UnicodeScript.HAN, Character.UnicodeScript.LATIN),
    ID(indonesian(false), Character.UnicodeScript.LATIN),
    BN(bengali(), Character.UnicodeScript.BENGALI, Character.UnicodeScript.LATIN),
    NE(new NepaliAnalyzer(), Character.UnicodeScript.DEVANAGARI, Character.UnicodeScript.LATIN);

    final Analyzer analyzer;
    private final Set<Character.UnicodeScript> scripts;

    SearchLanguage(Analyzer analyzer, Character.UnicodeScript first, Character.UnicodeScript... more) {
        this.analyzer = analyzer;
        this.scripts = EnumSet.of(first, more);
    }

    static Optional<SearchLanguage> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag.split("-")[0]))
                .findFirst();
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether every letter of the text can belong to this language; a name in another script is none of its words. */
    boolean canWrite(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .allMatch(scripts::contains);
    }

    /** Stems to the root as well, which finds more and less exactly. */
    static Analyzer indonesianRoots() {
        return indonesian(true);
    }

    /** Names in any script, without case and Latin accents. Indic scripts are left as they are: folding loses letters. */
    static Analyzer names() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new ICUTokenizer();
                return new TokenStreamComponents(words, new ASCIIFoldingFilter(simplified(words)));
            }
        };
    }

    private static Analyzer chinese() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new ICUTokenizer();
                return new TokenStreamComponents(words, simplified(words));
            }
        };
    }

    private static TokenStream simplified(Tokenizer words) {
        return new ICUTransformFilter(new ICUNormalizer2Filter(words), Names.SIMPLIFIED);
    }

    private static Analyzer indonesian(boolean roots) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                var kept = new StopFilter(new LowerCaseFilter(words), IndonesianAnalyzer.getDefaultStopSet());
                return new TokenStreamComponents(words, new IndonesianStemFilter(kept, roots));
            }
        };
    }

    private static Analyzer bengali() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                var normal = new BengaliNormalizationFilter(
                        new IndicNormalizationFilter(new DecimalDigitFilter(new LowerCaseFilter(words))));
                return new TokenStreamComponents(words, new StopFilter(normal, BengaliAnalyzer.getDefaultStopSet()));
            }
        };
    }
}
