"""Files copied or moved into folders by genre, artist and album, and put back."""
