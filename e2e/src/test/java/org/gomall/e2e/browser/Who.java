package org.gomall.e2e.browser;

/** Who looks at pages: the people of the demo data. */
enum Who {
    GUEST(null),
    SHOPPER("alice"),
    MERCHANT("nova"),
    ADMIN("admin"),
    OPS("ops");

    final String account;

    Who(String account) {
        this.account = account;
    }
}
