/**
 * A card processor for a world without one: it gives tokens for cards, decides charges and refunds after a while, and tells of
 * it by signed callbacks that may come twice, in the wrong order, late or never. The rest of provider-payment reaches it over
 * HTTP only, as it would reach a real one; a test keeps that border.
 */
package org.gomall.payment.sandbox;
