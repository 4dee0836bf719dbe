package org.interurban.platform.web;

import java.util.Optional;

/** Finds what stands at an address as it is written, for one that somebody wrote in small letters or capitals. */
public interface OtherSpelling {

    /** @param path of what everyone may see, as it was asked for */
    Optional<String> of(String path);
}
