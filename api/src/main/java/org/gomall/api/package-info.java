/**
 * The contracts between GoMall's services: one package per service with its Dubbo interfaces, commands, views and events.
 *
 * <p>Java only. Amounts are {@code long} in fen and end in {@code Cents}; ids are {@code long} and end in {@code Id};
 * times are {@link java.time.Instant}. Everything here must survive Dubbo's hessian2 (no Optional, no EnumMap).
 */
package org.gomall.api;
