package org.interurban.pairing.scoring;

/**
 * The two profile lines a part rests on, and how they were found to match.
 *
 * @param a a line of city a
 * @param b a line of city b
 * @param match what they have in common, in English words
 * @param strength how well they match, 0 to 1
 * @param likeMeaning how close the texts are to a sentence model, 0 to 1; 0 where none read them
 */
public record Evidence(Quoted a, Quoted b, String match, double strength, double likeMeaning) {

    /** @param words the line with its kind and grade, in English, for reports */
    public record Quoted(LineKey line, String words) {}
}
