package org.interurban.platform.people;

import org.interurban.platform.directory.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A person in a post, as people are written to.
 *
 * @param email in the form of {@link org.interurban.platform.shared.MailAddress}, by which an account is the same person's
 * @param language of letters; null where nobody said
 * @param salutation how a letter begins; null for the usual one
 * @param published whether everyone sees who holds the post
 */
record Contact(
        PostId post,
        PersonId person,
        OrganisationId organisation,
        String organisationCode,
        String title,
        String duty,
        String name,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String language,
        @Nullable String salutation,
        boolean published,
        int version) {

    static final int WORDS_LENGTH = 200;
    static final int TELEPHONE_LENGTH = 60;

    /** The post as it is here, its holder as the other says. */
    Contact heldAs(Contact other) {
        return new Contact(
                post,
                person,
                organisation,
                organisationCode,
                title,
                duty,
                other.name,
                other.email,
                other.telephone,
                other.language,
                other.salutation,
                published,
                version);
    }
}
