// Comfort only: every page works without this file.
(function () {
    'use strict';

    var root = document.documentElement;
    root.classList.add('js');

    // The server writes times in the visitor's zone once it knows it.
    try {
        var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        if (zone && document.cookie.indexOf('gomall-zone=' + encodeURIComponent(zone)) < 0) {
            document.cookie = 'gomall-zone=' + encodeURIComponent(zone) + ';path=/;max-age=31536000;samesite=lax';
        }
    } catch (e) {
        // Without a zone the server's default is used.
    }

    function announce(text) {
        var region = document.getElementById('announce');
        if (region && text) {
            region.textContent = '';
            window.setTimeout(function () {
                region.textContent = text;
            }, 50);
        }
    }

    // Where the attention was when a form was sent: a button that rests loses the focus.
    var attention = null;

    // A form is sent once: its buttons rest until the answer is there.
    function setBusy(form, busy) {
        if (busy && form.contains(document.activeElement)) {
            attention = document.activeElement;
        }
        form.setAttribute('aria-busy', busy ? 'true' : 'false');
        Array.prototype.forEach.call(form.querySelectorAll('button'), function (button) {
            button.classList.toggle('busy', busy && button === form.pressed);
            button.disabled = busy;
        });
    }

    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest('button');
        if (button && button.form) {
            button.form.pressed = button;
        }
    });

    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (form.method !== 'post') {
            return;
        }
        if (form.getAttribute('aria-busy') === 'true') {
            event.preventDefault();
            event.stopImmediatePropagation();
            return;
        }
        // Disabled only after the browser has read the form, else the pressed button's value would be lost.
        window.setTimeout(function () {
            setBusy(form, true);
        }, 0);
    });

    window.addEventListener('pageshow', function (event) {
        if (event.persisted) {
            Array.prototype.forEach.call(document.querySelectorAll('form[aria-busy]'), function (form) {
                setBusy(form, false);
            });
        }
    });

    // A button that htmx sends by itself, without its form being submitted, rests as well. A link may be gone afterwards.
    document.addEventListener('htmx:beforeRequest', function (event) {
        var place = event.target;
        if (place.tagName === 'BUTTON' && place.form) {
            place.form.pressed = place;
            setBusy(place.form, true);
        } else if (place.tagName === 'A') {
            attention = place;
        }
    });

    document.addEventListener('htmx:afterRequest', function (event) {
        var form = event.target.tagName === 'FORM' ? event.target : event.target.form;
        if (form && form.isConnected) {
            setBusy(form, false);
        }
        giveAttentionBack();
    });

    // To the same place of the new part; where that is gone (a line of the cart), to what the message offers to do next, and
    // from a page of a list to the page.
    function giveAttentionBack() {
        var place = attention;
        attention = null;
        // Whoever presses a button that rests lands on what is around it.
        if (!place || !document.activeElement.matches('body, main')) {
            return;
        }
        if (!place.isConnected) {
            place = document.getElementById(place.id) || document.querySelector('#flash [data-next]') ||
                (place.tagName === 'A' ? document.getElementById('main') : null);
        }
        if (place) {
            place.focus({preventScroll: true});
        }
    }

    // Choices that take effect at once; without scripts the form's own button does it.
    document.addEventListener('change', function (event) {
        var form = event.target.form;
        if (form && form.hasAttribute('data-auto') && form.reportValidity()) {
            if (form.requestSubmit) {
                form.requestSubmit();
            } else {
                form.submit();
            }
        }
    });

    // Drop-down menus close when the attention goes elsewhere.
    function closeMenus(except) {
        Array.prototype.forEach.call(document.querySelectorAll('details.drop[open]'), function (menu) {
            if (menu !== except) {
                menu.open = false;
            }
        });
    }

    document.addEventListener('click', function (event) {
        closeMenus(event.target.closest && event.target.closest('details.drop'));
    });

    document.addEventListener('keydown', function (event) {
        var menu = event.key === 'Escape' && document.querySelector('details.drop[open]');
        if (menu) {
            menu.open = false;
            menu.querySelector('summary').focus();
        }
    });

    // A picture opens over the page; without scripts, or in another tab, its link leads to it. Closed by its button, by Escape
    // or beside it.
    document.addEventListener('click', function (event) {
        var link = event.target.closest && event.target.closest('[data-large]');
        var large = link && document.getElementById(link.getAttribute('data-large'));
        if (event.target.tagName === 'DIALOG') {
            event.target.close();
        } else if (large && large.showModal && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
            event.preventDefault();
            large.showModal();
            large.scrollLeft = (large.scrollWidth - large.clientWidth) / 2;
            large.scrollTop = (large.scrollHeight - large.clientHeight) / 2;
        }
    });

    // Steppers of quantity fields.
    document.addEventListener('click', function (event) {
        var stepper = event.target.closest && event.target.closest('[data-step]');
        if (!stepper) {
            return;
        }
        var field = stepper.parentNode.querySelector('input[type=number]');
        var wanted = (parseInt(field.value, 10) || 0) + parseInt(stepper.getAttribute('data-step'), 10);
        var min = parseInt(field.min, 10) || 1;
        var max = parseInt(field.max, 10) || 999;
        var value = String(Math.min(max, Math.max(min, wanted)));
        if (value !== field.value) {
            field.value = value;
            field.dispatchEvent(new Event('change', {bubbles: true}));
        }
    });

    // An answer that lacks the part to be replaced is a page of its own: a refusal is told here, another page is shown.
    document.addEventListener('htmx:beforeSwap', function (event) {
        var xhr = event.detail.xhr;
        var part = event.detail.target && event.detail.target.id;
        var answer = event.detail.serverResponse || '';
        if (xhr.status === 204) {
            return;
        }
        event.detail.isError = false;
        event.detail.shouldSwap = Boolean(part) && answer.indexOf('id="' + part + '"') >= 0;
        if (event.detail.shouldSwap) {
            return;
        }
        if (xhr.status >= 400) {
            showNote(refusal(xhr, answer));
        } else {
            window.location.assign(xhr.responseURL || window.location.href);
        }
    });

    // The words of the page that refuses; for an answer without words ours, with the seconds it asks to wait.
    function refusal(xhr, answer) {
        var page = new DOMParser().parseFromString(answer, 'text/html');
        var words = Array.prototype.map.call(page.querySelectorAll('[data-refusal]'), function (place) {
            return place.textContent.trim();
        });
        var seconds = xhr.getResponseHeader('Retry-After');
        return words.join(' ') ||
            (seconds ? root.getAttribute('data-busy').replace('{0}', seconds) : root.getAttribute('data-sorry'));
    }

    document.addEventListener('htmx:sendError', function () {
        showNote(root.getAttribute('data-offline'));
    });

    // The place is a live region, so the note is read out as well; the same note is not told twice.
    function showNote(text) {
        var place = document.getElementById('flash');
        if (!place || !text || place.textContent === text) {
            return;
        }
        var note = document.createElement('p');
        note.className = 'note bad';
        note.textContent = text;
        place.replaceChildren(note);
        place.scrollIntoView({block: 'nearest'});
    }

    // Live status of an order or a payment: the server tells, the page fetches its part anew. If the stream fails, htmx polls
    // anyway. A part that names no events has come to its end; one that names others follows those.
    var stream = null;
    var followed = null;

    function follow() {
        var live = document.querySelector('[data-events]');
        var events = live && live.getAttribute('data-events');
        if (stream && events !== followed) {
            stream.close();
            stream = null;
        }
        if (!events || stream || !window.EventSource) {
            return;
        }
        var known = live.getAttribute('data-status');
        followed = events;
        stream = new EventSource(events);
        stream.addEventListener('status', function (event) {
            var now = JSON.parse(event.data).to;
            if (now !== known) {
                known = now;
                document.body.dispatchEvent(new Event('order-changed'));
            }
        });
    }

    // What a part says of itself is told when it changes, not each time the part is fetched.
    var told = null;

    function sayingOfPart() {
        var part = document.querySelector('[data-announce]');
        return part && part.getAttribute('data-announce');
    }

    document.addEventListener('htmx:afterSettle', function (event) {
        var saying = sayingOfPart();
        if (saying !== told) {
            told = saying;
            announce(saying);
        }
        follow();
        countDown();
        if (event.target.id === 'list') {
            showCurrent();
        }
    });

    // Parts that renew themselves by the clock wait as long as their reader wants to read.
    document.addEventListener('click', function (event) {
        var button = event.target.closest && event.target.closest('[data-pause]');
        if (button) {
            button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        }
    });

    document.addEventListener('htmx:beforeRequest', function (event) {
        var paused = document.querySelector('[data-pause][aria-pressed=true]');
        if (paused && event.target.matches('[hx-trigger^=every]')) {
            event.preventDefault();
        }
    });

    // Countdown on the server's clock: the page brings the time it was made.
    var ticking = null;

    function countDown() {
        var places = document.querySelectorAll('[data-until]');
        if (!places.length || ticking) {
            return;
        }
        var now = Date.parse(places[0].getAttribute('data-now'));
        var started = performance.now();
        ticking = window.setInterval(function () {
            var open = document.querySelectorAll('[data-until]');
            if (!open.length) {
                window.clearInterval(ticking);
                ticking = null;
                return;
            }
            Array.prototype.forEach.call(open, function (place) {
                var left = Math.ceil((Date.parse(place.getAttribute('data-until')) - now - (performance.now() - started)) / 1000);
                if (left <= 0) {
                    place.textContent = place.getAttribute('data-over');
                    place.removeAttribute('data-until');
                    document.body.dispatchEvent(new Event('order-changed'));
                    return;
                }
                var minutes = Math.floor(left / 60);
                var seconds = left % 60;
                place.textContent = (minutes < 10 ? '0' : '') + minutes + ':' + (seconds < 10 ? '0' : '') + seconds;
            });
        }, 1000);
    }

    // A row of tabs that is wider than the screen shows the current one.
    function showCurrent() {
        Array.prototype.forEach.call(document.querySelectorAll('.side, .tabs, .sort, .sections, .categories .wide > ul'), function (row) {
            var current = row.querySelector('[aria-current]');
            if (current && row.scrollWidth > row.clientWidth) {
                row.scrollLeft = current.offsetLeft - row.offsetLeft - 56;
            }
        });
    }

    function ready() {
        told = sayingOfPart();
        showCurrent();
        follow();
        countDown();
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', ready);
    } else {
        ready();
    }
})();
