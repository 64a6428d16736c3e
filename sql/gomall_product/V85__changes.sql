-- What has changed since a moment, in whatever state it is: the web asks once a second.
ALTER TABLE product
    ADD KEY ix_product_updated (updated_at);
