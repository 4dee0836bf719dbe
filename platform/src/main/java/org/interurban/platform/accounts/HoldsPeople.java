package org.interurban.platform.accounts;

import org.interurban.platform.shared.MailAddress;

/** What holds who somebody is besides accounts and contacts; a bean of each module that has such things. */
@FunctionalInterface
public interface HoldsPeople {

    /** Lets go of whoever has the address, who is being erased: in the transaction that does so. */
    void forget(MailAddress address);
}
