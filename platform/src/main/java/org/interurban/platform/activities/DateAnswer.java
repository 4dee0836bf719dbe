package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;

/** What a city says to a proposed date. */
enum DateAnswer implements Coded {
    YES,
    NO,
    ANOTHER_DAY
}
