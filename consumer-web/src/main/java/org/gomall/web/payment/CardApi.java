package org.gomall.web.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cards of the user. */
@RestController
@RequestMapping("/api/cards")
@Tag(name = "Cards")
class CardApi {

    private final CardService cards;

    CardApi(CardService cards) {
        this.cards = cards;
    }

    @GetMapping
    @Operation(summary = "My cards, newest first")
    Envelope<List<CardView>> list(CurrentUser user) {
        return Envelope.ok(cards.list(user.userId()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add a card; its number and CVV go to the card channel and are kept nowhere")
    ResponseEntity<Envelope<CardView>> add(@RequestBody Card body, CurrentUser user) {
        return Envelope.created(cards.add(body.command(user.userId())));
    }

    @DeleteMapping("/{cardId}")
    @Operation(summary = "Remove a card")
    Envelope<Void> remove(@PathVariable long cardId, CurrentUser user) {
        cards.remove(user.userId(), cardId);
        return Envelope.done();
    }

    record Card(String number, Integer expiryMonth, Integer expiryYear, String cvv, String holder) {

        AddCardCommand command(long userId) {
            return new AddCardCommand(userId, number, expiryMonth, expiryYear, cvv, holder);
        }

        @Override
        public String toString() {
            return "Card[]";
        }
    }
}
