package org.interurban.platform.accounts;

import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.MailAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody sign in with another address; both addresses are told. */
@Service
class MoveAddress {

    private final CityAccounts accounts;
    private final Rights rights;

    MoveAddress(CityAccounts accounts, Rights rights) {
        this.accounts = accounts;
        this.rights = rights;
    }

    @Transactional
    CityAccounts.Move move(Account account, MailAddress to) {
        rights.require(AccountPermission.ACCOUNTS);
        return MailAddress.of(account.email())
                .map(from -> from.equals(to) ? CityAccounts.Move.DONE : accounts.move(from, to, city -> true))
                .orElse(CityAccounts.Move.NO_ACCOUNT);
    }
}
