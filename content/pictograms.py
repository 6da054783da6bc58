"""The pictograms a pack may name: plain names of Material Design Icons 7, grown-up ones only.

- A name stands for what it shows; the word beside it carries the meaning.
- The terminal draws them from the packaged font (kiosk/theme); a test holds each name against that font.
- Not here: the icons of the terminal's own frame (kiosk/theme/icons.py).
"""

PICTOGRAMS = frozenset({
    "account-clock-outline", "account-group-outline", "account-heart-outline", "account-multiple-outline",
    "account-outline", "account-tie-outline", "airplane", "alert-circle-outline", "archive-outline", "baby-carriage",
    "badge-account-horizontal-outline", "bag-personal-outline", "bank-outline", "battery-low", "bed-outline", "bird",
    "book-open-page-variant-outline", "briefcase-outline", "bus", "calculator", "calendar", "calendar-check-outline",
    "calendar-clock-outline", "calendar-month-outline", "calendar-multiple", "calendar-multiple-check",
    "calendar-today", "calendar-week", "camera-outline", "candle", "car-outline", "card-account-details-outline",
    "cards-outline", "cash-multiple", "cellphone", "cellphone-key", "cellphone-off", "certificate-outline",
    "chart-timeline-variant", "check", "circle-half-full", "circle-outline", "clock-alert-outline", "clock-outline",
    "close", "compass-outline", "door-open", "dots-horizontal-circle-outline", "draw", "dumbbell", "ear-hearing",
    "email-edit-outline", "email-multiple-outline", "email-open-outline", "email-outline", "emoticon-happy-outline",
    "emoticon-neutral-outline", "exit-run", "file-account-outline", "file-document-edit-outline",
    "file-document-outline", "file-sign", "flag-outline", "folder-outline", "format-list-bulleted",
    "format-list-checks", "format-list-numbered", "forum-outline", "gauge", "gauge-empty", "gauge-full", "gauge-low",
    "gift-outline", "glass-mug-variant", "glass-mug-variant-off", "hammer-wrench", "hand-back-right-outline",
    "hand-heart-outline", "hand-okay", "hand-wave-outline", "hands-pray", "handshake-outline",
    "head-lightbulb-outline", "heart-broken-outline", "heart-outline", "heart-pulse", "help", "help-circle-outline",
    "history", "home-city-outline", "home-clock-outline", "home-heart", "home-outline", "human-cane", "human-female",
    "human-male", "human-male-child", "human-male-female", "human-male-female-child", "image-filter-hdr",
    "information-outline", "key-outline", "laptop", "leaf", "lifebuoy", "lightbulb-outline", "link-variant",
    "lock-outline", "magnify", "mailbox-open-up-outline", "map-marker-outline", "map-marker-path",
    "minus-circle-outline", "music", "office-building-outline", "paw-outline", "pencil-outline", "phone-outline",
    "piggy-bank-outline", "pine-tree", "resize", "restart", "run", "scale-balance", "school-outline",
    "shield-check-outline", "shield-cross-outline", "sign-direction", "silverware-fork-knife", "soccer",
    "sofa-outline", "stairs-up", "star", "star-half-full", "star-outline", "stethoscope", "store-outline",
    "telescope", "thumb-down", "thumb-down-outline", "thumb-up", "thumb-up-outline", "thumbs-up-down-outline",
    "timer-sand", "trending-up", "trophy-outline", "truck-outline", "walk", "wallet-outline", "weather-cloudy",
    "weather-lightning", "weather-night", "weather-rainy", "weather-sunny", "weather-windy", "weight",
})  # fmt: skip
