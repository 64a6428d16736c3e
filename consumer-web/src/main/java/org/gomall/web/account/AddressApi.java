package org.gomall.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delivery addresses. */
@RestController
@RequestMapping("/api/addresses")
@Tag(name = "Accounts")
class AddressApi {

    private final AddressService addresses;

    AddressApi(AddressService addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    @Operation(summary = "My addresses, the default one first")
    Envelope<List<AddressView>> list(CurrentUser user) {
        return Envelope.ok(addresses.list(user.userId()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add an address")
    ResponseEntity<Envelope<AddressView>> add(@RequestBody Address body, CurrentUser user) {
        return Envelope.created(addresses.add(user.userId(), body.command()));
    }

    @PutMapping(path = "/{addressId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace an address")
    Envelope<AddressView> update(@PathVariable long addressId, @RequestBody Address body, CurrentUser user) {
        return Envelope.ok(addresses.update(user.userId(), addressId, body.command()));
    }

    @DeleteMapping("/{addressId}")
    @Operation(summary = "Remove an address")
    Envelope<Void> remove(@PathVariable long addressId, CurrentUser user) {
        addresses.remove(user.userId(), addressId);
        return Envelope.done();
    }

    record Address(
            String receiver,
            String phone,
            String province,
            String city,
            String district,
            String street,
            String zip,
            Boolean isDefault) {

        AddressCommand command() {
            return new AddressCommand(
                    receiver, phone, province, city, district, street, zip, Boolean.TRUE.equals(isDefault));
        }

        @Override
        public String toString() {
            return "Address[city=" + city + "]";
        }
    }
}
