package org.gomall.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.session.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leaving GoMall. */
@RestController
@Tag(name = "Accounts")
class LeavingApi {

    private final Leaving leaving;

    LeavingApi(Leaving leaving) {
        this.leaving = leaving;
    }

    @DeleteMapping(path = "/api/users/me", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Close my account for good and anonymise what has to stay")
    Envelope<Void> delete(
            @RequestBody Proof body, CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        leaving.leave(user, body.password(), request, response);
        return Envelope.done();
    }

    record Proof(String password) {
        @Override
        public String toString() {
            return "Proof[]";
        }
    }
}
